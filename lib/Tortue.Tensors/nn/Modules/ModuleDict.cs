using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Modules with names, in the order in which they came, whose parameters count among those of the module that holds them.
    /// </summary>
    /// <typeparam name="T">The modules' type.</typeparam>
    public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
        where T : nn.Module
    {
        private readonly List<(string Name, T Module)> _list = [];

        /// <summary>Makes an empty collection.</summary>
        public ModuleDict()
            : base(nameof(ModuleDict<T>))
        {
        }

        /// <summary>The number of modules.</summary>
        public int Count => _list.Count;

        /// <summary>Whether the collection cannot be changed: it can.</summary>
        public bool IsReadOnly => false;

        /// <summary>The names in order.</summary>
        public ICollection<string> Keys => [.. _list.Select(item => item.Name)];

        /// <summary>The modules in order.</summary>
        public ICollection<T> Values => [.. _list.Select(item => item.Module)];

        /// <summary>The module of a name.</summary>
        /// <param name="key">The name, without dots; a new one is added at the end.</param>
        public T this[string key]
        {
            get => TryGetValue(key, out var module) ? module : throw new KeyNotFoundException($"There is no module called '{key}'.");
            set
            {
                var place = Place(key);
                if (place < 0)
                    _list.Add((key, value));
                else
                    _list[place] = (key, value);
                Register();
            }
        }

        /// <summary>A name and its module.</summary>
        /// <param name="index">The place, from 0.</param>
        public (string, T) this[int index]
        {
            get => _list[index];
            set
            {
                _list[index] = value;
                Register();
            }
        }

        /// <summary>Removes all modules.</summary>
        public void clear() => Clear();

        /// <summary>Names and modules in order.</summary>
        /// <returns>An enumerator.</returns>
        public IEnumerator<(string, T)> items() => _list.GetEnumerator();

        /// <summary>The names in order.</summary>
        /// <returns>The names.</returns>
        public IEnumerable<string> keys() => _list.Select(item => item.Name);

        /// <summary>The modules in order.</summary>
        /// <returns>The modules.</returns>
        public IEnumerable<T> values() => _list.Select(item => item.Module);

        /// <inheritdoc/>
        public void Add((string, T) item) => Insert(Count, item);

        /// <inheritdoc/>
        public void Add(string key, T value) => Insert(Count, (key, value));

        /// <inheritdoc/>
        public void Add(KeyValuePair<string, T> item) => Insert(Count, (item.Key, item.Value));

        /// <inheritdoc/>
        public void Insert(int index, (string, T) item)
        {
            if (Place(item.Item1) >= 0)
                throw new ArgumentException($"There is a module called '{item.Item1}' already.", nameof(item));
            _list.Insert(index, item);
            Register();
        }

        /// <inheritdoc/>
        public bool Remove(string key)
        {
            var removed = _list.RemoveAll(item => item.Name == key) > 0;
            Register();
            return removed;
        }

        /// <inheritdoc/>
        public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

        /// <inheritdoc/>
        public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

        /// <inheritdoc/>
        public void RemoveAt(int index)
        {
            _list.RemoveAt(index);
            Register();
        }

        /// <inheritdoc cref="clear"/>
        public void Clear()
        {
            _list.Clear();
            Register();
        }

        /// <inheritdoc/>
        public bool ContainsKey(string key) => Place(key) >= 0;

        /// <inheritdoc/>
        public bool Contains((string, T) item) => _list.Contains(item);

        /// <inheritdoc/>
        public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

        /// <inheritdoc/>
        public int IndexOf((string, T) item) => _list.IndexOf(item);

        /// <inheritdoc/>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
        {
            var place = Place(key);
            value = place < 0 ? null : _list[place].Module;
            return place >= 0;
        }

        /// <inheritdoc/>
        public void CopyTo((string, T)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => Pairs().ToArray().CopyTo(array, arrayIndex);

        /// <inheritdoc/>
        public IEnumerator<(string, T)> GetEnumerator() => _list.GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => Pairs().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private IEnumerable<KeyValuePair<string, T>> Pairs() => _list.Select(item => KeyValuePair.Create(item.Name, item.Module));

        private int Place(string key) => _list.FindIndex(item => item.Name == key);

        private void Register() => ReplaceChildren(_list.Select(item => (item.Name, (nn.Module)item.Module)));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules with names.</summary>
            /// <param name="modules">Names, without dots, and modules in order.</param>
            /// <returns>The collection.</returns>
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Modules with names.</summary>
            /// <typeparam name="T">The modules' type.</typeparam>
            /// <param name="modules">Names, without dots, and modules in order.</param>
            /// <returns>The collection.</returns>
            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
                where T : Module
            {
                var result = new Modules.ModuleDict<T>();
                foreach (var module in modules)
                    result.Add(module);
                return result;
            }
        }
    }
}
