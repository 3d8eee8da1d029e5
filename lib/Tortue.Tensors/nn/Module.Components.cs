using System.Reflection;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Adds a parameter under a name of its own.</summary>
            /// <param name="name">The name, without dots.</param>
            /// <param name="param">The parameter, or null for a part that this module could have and has not.</param>
            public virtual void register_parameter(string name, Modules.Parameter? param)
            {
                CheckName(name);
                _parameters.Add(name, param);
            }

            /// <summary>Adds a tensor that belongs to the module's state but is not learned.</summary>
            /// <param name="name">The name, without dots.</param>
            /// <param name="tensor">The tensor; no dispose scope will own it.</param>
            /// <param name="persistent">Whether it is part of <see cref="state_dict"/>.</param>
            public virtual void register_buffer(string name, Tensor? tensor, bool persistent = true)
            {
                CheckName(name);
                _buffers.Add(name, (tensor?.DetachFromDisposeScope(), persistent));
            }

            /// <summary>Adds a module under a name of its own.</summary>
            /// <param name="name">The name, without dots.</param>
            /// <param name="submodule">The module.</param>
            public virtual void register_module(string name, Module submodule)
            {
                CheckName(name);
                ArgumentNullException.ThrowIfNull(submodule);
                _children.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            /// <param name="name">The name, without dots.</param>
            /// <param name="module">The module.</param>
            public virtual void add_module(string name, Module module) => register_module(name, module);

            /// <summary>
            /// Adds the parameters, tensors and modules that the fields of this object hold, each under its field's name. Fields that are
            /// null, or whose name was added before, are passed over.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in ComponentFields())
                {
                    var name = NameOf(field);
                    if (_parameters.ContainsKey(name) || _buffers.ContainsKey(name) || _children.ContainsKey(name))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(name, module);
                            break;
                        case Modules.Parameter parameter:
                            register_parameter(name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Puts another parameter, or none, in the place of one.</summary>
            private protected void SetParameter(string name, Modules.Parameter? parameter) => _parameters[name] = parameter;

            /// <summary>Puts other modules in the place of all that are there.</summary>
            private protected void ReplaceChildren(IEnumerable<(string Name, Module Module)> children)
            {
                _children.Clear();
                foreach (var (name, child) in children)
                    register_module(name, child);
            }

            /// <summary>Puts another tensor into every field that holds the former one.</summary>
            private void ReplaceInFields(Tensor former, Tensor replacement)
            {
                foreach (var field in ComponentFields())
                {
                    if (ReferenceEquals(field.GetValue(this), former))
                        field.SetValue(this, replacement);
                }
            }

            // Fields of the base classes come first, as their constructors run first; those of Module itself are not meant.
            private IEnumerable<FieldInfo> ComponentFields()
            {
                const BindingFlags declared =
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                var types = new Stack<Type>();
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                    types.Push(type);
                return types.SelectMany(type => type.GetFields(declared));
            }

            // <weight>k__BackingField, the field behind a property, is called weight.
            private static string NameOf(FieldInfo field) =>
                field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

            private void CheckName(string name)
            {
                if (string.IsNullOrEmpty(name))
                    throw new ArgumentException("A part of a module needs a name.", nameof(name));
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"The name of a module's part has no dots: '{name}'.", nameof(name));
                if (_parameters.ContainsKey(name) || _buffers.ContainsKey(name) || _children.ContainsKey(name))
                    throw new InvalidOperationException($"{GetName()} has a part called '{name}' already.");
            }
        }
    }
}
