using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A list of modules whose parameters count among those of the module that holds it.</summary>
    /// <typeparam name="T">The modules' type.</typeparam>
    public class ModuleList<T> : nn.Module, IList<T>
        where T : nn.Module
    {
        private readonly List<T> _list = [];

        /// <summary>Makes a list.</summary>
        /// <param name="modules">The modules in order.</param>
        public ModuleList(params T[] modules)
            : base(nameof(ModuleList<T>)) => extend(modules);

        /// <summary>The number of modules.</summary>
        public int Count => _list.Count;

        /// <summary>Whether the list cannot be changed: it can.</summary>
        public bool IsReadOnly => false;

        /// <summary>One of the modules.</summary>
        /// <param name="index">Its place, from 0.</param>
        public T this[int index]
        {
            get => _list[index];
            set
            {
                _list[index] = value;
                Renumber();
            }
        }

        /// <summary>Adds modules at the end.</summary>
        /// <param name="parameters">The modules.</param>
        public void append(params T[] parameters) => extend(parameters);

        /// <summary>Adds modules at the end.</summary>
        /// <param name="modules">The modules.</param>
        public void extend(IEnumerable<T> modules)
        {
            _list.AddRange(modules);
            Renumber();
        }

        /// <inheritdoc/>
        public void Add(T item) => extend([item]);

        /// <inheritdoc/>
        public void Insert(int index, T item)
        {
            _list.Insert(index, item);
            Renumber();
        }

        /// <inheritdoc/>
        public bool Remove(T item)
        {
            var found = _list.Remove(item);
            Renumber();
            return found;
        }

        /// <inheritdoc/>
        public void RemoveAt(int index)
        {
            _list.RemoveAt(index);
            Renumber();
        }

        /// <inheritdoc/>
        public void Clear()
        {
            _list.Clear();
            Renumber();
        }

        /// <inheritdoc/>
        public bool Contains(T item) => _list.Contains(item);

        /// <inheritdoc/>
        public int IndexOf(T item) => _list.IndexOf(item);

        /// <inheritdoc/>
        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        // A module's name is its place.
        private void Renumber() =>
            ReplaceChildren(_list.Select((module, i) => (i.ToString(CultureInfo.InvariantCulture), (nn.Module)module)));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A list of modules.</summary>
            /// <param name="modules">The modules in order.</param>
            /// <returns>The list.</returns>
            public static Modules.ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>A list of modules.</summary>
            /// <typeparam name="T">The modules' type.</typeparam>
            /// <param name="modules">The modules in order.</param>
            /// <returns>The list.</returns>
            public static Modules.ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}
