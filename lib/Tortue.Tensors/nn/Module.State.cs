using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters by name and then the persistent buffers: the tensors themselves, no copies.</summary>
            /// <param name="destination">A dictionary to add them to; a new one when null.</param>
            /// <param name="prefix">What the names begin with, before a dot.</param>
            /// <returns>The dictionary.</returns>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (path, module) in Tree(prefix ?? ""))
                {
                    foreach (var (name, parameter) in module._parameters)
                    {
                        if (parameter is not null)
                            destination.Add(Join(path, name), parameter);
                    }
                }

                foreach (var (path, module) in Tree(prefix ?? ""))
                {
                    foreach (var (name, (buffer, isPersistent)) in module._buffers)
                    {
                        if (buffer is not null && isPersistent)
                            destination.Add(Join(path, name), buffer);
                    }
                }

                return destination;
            }

            /// <summary>Copies the values of a <see cref="state_dict"/> into this module's tensors.</summary>
            /// <param name="source">Tensors by name.</param>
            /// <param name="strict">Whether both must have the same names; nothing is copied otherwise.</param>
            /// <param name="skip">Names to leave out on both sides.</param>
            /// <returns>The names that the source lacks, and those that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">The names differ, and <paramref name="strict"/> holds.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var mine = state_dict();
                string[] skipped = [.. skip ?? []];
                string[] missing = [.. mine.Keys.Except(source.Keys).Except(skipped)];
                string[] unexpected = [.. source.Keys.Except(mine.Keys).Except(skipped)];
                if (strict && (missing.Length > 0 || unexpected.Length > 0))
                {
                    throw new InvalidOperationException(
                        $"The state does not fit {GetName()}: missing are [{string.Join(", ", missing)}], " +
                        $"unexpected are [{string.Join(", ", unexpected)}].");
                }

                string[] common = [.. mine.Keys.Intersect(source.Keys).Except(skipped)];
                foreach (var name in common)
                    CheckSizes(name, source[name], mine[name]);
                using var _ = no_grad();
                foreach (var name in common)
                    mine[name].copy_(source[name]);
                return (missing, unexpected);
            }

            /// <summary>Turns floating-point parameters and buffers, here and inside, into another floating-point type.</summary>
            internal void ConvertTo(ScalarType type)
            {
                if (!type.IsFloatingPoint())
                {
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={type}", nameof(type));
                }

                foreach (var child in _children.Values)
                    child.ConvertTo(type);
                foreach (var (name, former) in _parameters.ToArray())
                {
                    if (former is null || former.dtype == type)
                        continue;
                    using var values = former.As(type).DetachFromDisposeScope();
                    var converted = new Modules.Parameter(values, former.requires_grad) { grad = former.grad?.As(type) };
                    _parameters[name] = converted;
                    ReplaceInFields(former, converted);
                }

                foreach (var (name, (former, isPersistent)) in _buffers.ToArray())
                {
                    if (former is null || former.dtype == type || !former.is_floating_point())
                        continue;
                    var converted = former.As(type).DetachFromDisposeScope();
                    _buffers[name] = (converted, isPersistent);
                    ReplaceInFields(former, converted);
                }
            }

            private static void CheckSizes(string name, Tensor source, Tensor target)
            {
                if (!source.Sizes.SequenceEqual(target.Sizes))
                {
                    throw TorchError.Because($"size mismatch for {name}: copying a param with shape {Shapes.Text(source.Sizes)} " +
                        $"from checkpoint, the shape in current model is {Shapes.Text(target.Sizes)}.");
                }
            }
        }
    }
}
