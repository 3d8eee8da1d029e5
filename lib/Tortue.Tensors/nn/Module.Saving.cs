using Tortue.Tensors.Saving;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Makes a module and loads its state from a file.</summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="path">The file, as <see cref="save(string, IList{string})"/> wrote it.</param>
            /// <returns>The module.</returns>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);

            /// <summary>
            /// Writes a state in TorchSharp's format: the number of entries (LEB128), then the name and the tensor of each.
            /// </summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="sd">The state, such as <see cref="state_dict"/> gives.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                TensorWriter.Write(writer, [.. sd.Where(entry => skip?.Contains(entry.Key) != true)]);
            }

            /// <summary>
            /// Writes the parameters and persistent buffers to a file in TorchSharp's format. The file appears when it is complete.
            /// </summary>
            /// <param name="location">The file; one that is there is replaced.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                SideFile.Write(location, (BinaryWriter writer) => save(writer, skip));
                return this;
            }

            /// <summary>Writes the parameters and persistent buffers in TorchSharp's format, and closes the stream.</summary>
            /// <param name="stream">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes the parameters and persistent buffers in TorchSharp's format.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>
            /// Loads parameters and buffers from a file in TorchSharp's format. When anything is wrong, nothing of the module changes.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">
            /// Whether both must have the same entries; if not, what both have is loaded, and the rest is left alone.
            /// </param>
            /// <param name="skip">Names that are not loaded; with <paramref name="strict"/> they must be there all the same.</param>
            /// <param name="loadedParameters">Receives, for each entry read, whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The entries, an element type or a shape differ.</exception>
            /// <exception cref="InvalidDataException">The bytes are no state of a module.</exception>
            /// <exception cref="EndOfStreamException">The data end too soon.</exception>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                load(SideFile.Open(location), strict, skip, loadedParameters);

            /// <summary>Loads parameters and buffers in TorchSharp's format, and closes the stream.</summary>
            /// <remarks>When anything is wrong, nothing of the module changes.</remarks>
            /// <param name="stream">Where to read.</param>
            /// <param name="strict">
            /// Whether both must have the same entries; if not, what both have is loaded, and the rest is left alone.
            /// </param>
            /// <param name="skip">Names that are not loaded; with <paramref name="strict"/> they must be there all the same.</param>
            /// <param name="loadedParameters">Receives, for each entry read, whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The entries, an element type or a shape differ.</exception>
            /// <exception cref="InvalidDataException">The bytes are no state of a module.</exception>
            /// <exception cref="EndOfStreamException">The data end too soon.</exception>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>
            /// Loads parameters and buffers in TorchSharp's format. When anything is wrong, nothing of the module changes.
            /// </summary>
            /// <param name="reader">Where to read.</param>
            /// <param name="strict">
            /// Whether both must have the same entries; if not, what both have is loaded, and the rest is left alone.
            /// </param>
            /// <param name="skip">Names that are not loaded; with <paramref name="strict"/> they must be there all the same.</param>
            /// <param name="loadedParameters">Receives, for each entry read, whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The entries, an element type or a shape differ.</exception>
            /// <exception cref="InvalidDataException">The bytes are no state of a module.</exception>
            /// <exception cref="EndOfStreamException">The data end too soon.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                var mine = state_dict();
                var found = new ModuleEntries(mine, skip ?? [], scope);
                found.Read(new TensorReader(reader), strict);
                using (no_grad())
                {
                    foreach (var (name, tensor) in found.Loaded)
                        mine[name].copy_(tensor);
                }

                foreach (var name in found.Names)
                    loadedParameters?.Add(name, mine.ContainsKey(name));
                return this;
            }
        }
    }
}
