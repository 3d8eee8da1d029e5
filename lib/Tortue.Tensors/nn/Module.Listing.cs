namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters of this module and, as asked, of those inside it; each once.</summary>
            /// <param name="recurse">Whether to look inside.</param>
            /// <returns>The parameters in the order in which they were added.</returns>
            public virtual IEnumerable<Modules.Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            /// <summary>The parameters with their names: layer1.weight is the weight of the module layer1.</summary>
            /// <param name="recurse">Whether to look inside the modules of this one.</param>
            /// <returns>Names and parameters; one that several modules share is listed once.</returns>
            public virtual IEnumerable<(string name, Modules.Parameter parameter)> named_parameters(bool recurse = true) =>
                Parts(recurse, module => module._parameters.Select(pair => (pair.Key, pair.Value)));

            /// <summary>The buffers of this module and, as asked, of those inside it; each once.</summary>
            /// <param name="recurse">Whether to look inside.</param>
            /// <param name="include_nonpersistent">Whether to list those that are not part of <see cref="state_dict"/>.</param>
            /// <returns>The buffers in the order in which they were added.</returns>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(pair => pair.buffer);

            /// <summary>The buffers with their names.</summary>
            /// <param name="recurse">Whether to look inside the modules of this one.</param>
            /// <param name="include_nonpersistent">Whether to list those that are not part of <see cref="state_dict"/>.</param>
            /// <returns>Names and buffers.</returns>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                Parts(recurse, module => module._buffers
                    .Where(pair => include_nonpersistent || pair.Value.IsPersistent)
                    .Select(pair => (pair.Key, pair.Value.Tensor)));

            /// <summary>The modules directly inside this one.</summary>
            /// <returns>The modules in the order in which they were added.</returns>
            public virtual IEnumerable<Module> children() => named_children().Select(pair => pair.module);

            /// <summary>The modules directly inside this one, with their names.</summary>
            /// <returns>Names and modules.</returns>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _children.Select(pair => (pair.Key, pair.Value));

            /// <summary>This module and all inside it.</summary>
            /// <returns>Each module before those inside it.</returns>
            public virtual IEnumerable<Module> modules() => Tree("").Select(pair => pair.Module);

            /// <summary>All modules inside this one, with their names: layer1.activation is in layer1.</summary>
            /// <returns>Names and modules.</returns>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                Tree("").Skip(1).Select(pair => (pair.Name, pair.Module));

            /// <summary>Whether there is a parameter of this name, here or inside.</summary>
            /// <param name="target">The name, such as layer1.weight.</param>
            /// <returns>True when <see cref="get_parameter"/> finds it.</returns>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Looks up a parameter by its name.</summary>
            /// <param name="target">The name, such as layer1.weight.</param>
            /// <returns>The parameter, or null.</returns>
            public virtual Modules.Parameter? get_parameter(string target) =>
                Owner(target, out var name)?._parameters.GetValueOrDefault(name);

            /// <summary>Whether there is a buffer of this name, here or inside.</summary>
            /// <param name="target">The name, such as norm.running_mean.</param>
            /// <returns>True when <see cref="get_buffer"/> finds it.</returns>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>Looks up a buffer by its name.</summary>
            /// <param name="target">The name, such as norm.running_mean.</param>
            /// <returns>The buffer, or null.</returns>
            public virtual Tensor? get_buffer(string target) => Owner(target, out var name)?._buffers.GetValueOrDefault(name).Tensor;

            private IEnumerable<(string Name, TPart Part)> Parts<TPart>(bool recurse, Func<Module, IEnumerable<(string, TPart?)>> own)
                where TPart : Tensor
            {
                var seen = new HashSet<TPart>(ReferenceEqualityComparer.Instance);
                foreach (var (path, module) in recurse ? Tree("") : [("", this)])
                {
                    foreach (var (name, part) in own(module))
                    {
                        if (part is not null && seen.Add(part))
                            yield return (Join(path, name), part);
                    }
                }
            }

            private IEnumerable<(string Name, Module Module)> Tree(string path)
            {
                yield return (path, this);
                foreach (var (name, child) in _children)
                {
                    foreach (var pair in child.Tree(Join(path, name)))
                        yield return pair;
                }
            }

            private Module? Owner(string target, out string name)
            {
                ArgumentNullException.ThrowIfNull(target);
                var steps = target.Split('.');
                name = steps[^1];
                var module = this;
                foreach (var step in steps[..^1])
                    module = module?._children.GetValueOrDefault(step);
                return module;
            }

            private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
        }
    }
}
