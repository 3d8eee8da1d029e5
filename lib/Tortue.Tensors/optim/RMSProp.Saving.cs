using Tortue.Tensors.Updates;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    public partial class Options
    {
        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize ?? false);
            writer.Write(momentum ?? 0);
            writer.Write(alpha ?? 0);
            writer.Write(eps ?? 0);
            writer.Write(weight_decay ?? 0);
            writer.Write(centered ?? false);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }
    }

    public sealed partial class State
    {
        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.Write(step);
            KeptTensor.Write(writer, square_avg ?? throw new ObjectDisposedException(nameof(State)));

            // TorchSharp has both from the start, as zeros, and needs them where the options ask for them.
            using var zeros = KeptTensor.Zeros(_parameter);
            KeptTensor.WriteOptional(writer, momentum_buffer ?? zeros);
            KeptTensor.WriteOptional(writer, grad_avg ?? zeros);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            step = reader.ReadInt64();
            KeptTensor.Read(reader, _parameter, "square_avg", ref square_avg);
            KeptTensor.ReadOptional(reader, _parameter, "momentum_buffer", ref momentum_buffer);
            KeptTensor.ReadOptional(reader, _parameter, "grad_avg", ref grad_avg);
        }
    }
}
