using Tortue.Tensors.Updates;

namespace TorchSharp.Modules;

public partial class AdamW
{
    public partial class Options
    {
        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1 ?? 0);
            writer.Write(beta2 ?? 0);
            writer.Write(eps ?? 0);
            writer.Write(weight_decay ?? 0);
            writer.Write(amsgrad ?? false);
            writer.Write(maximize ?? false);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }

    public sealed partial class State
    {
        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.Write(step);
            KeptTensor.Write(writer, exp_avg ?? throw new ObjectDisposedException(nameof(State)));
            KeptTensor.Write(writer, exp_avg_sq ?? throw new ObjectDisposedException(nameof(State)));
            KeptTensor.WriteOptional(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            step = reader.ReadInt64();
            KeptTensor.Read(reader, _parameter, "exp_avg", ref exp_avg);
            KeptTensor.Read(reader, _parameter, "exp_avg_sq", ref exp_avg_sq);
            KeptTensor.ReadOptional(reader, _parameter, "max_exp_avg_sq", ref max_exp_avg_sq);
        }
    }
}
