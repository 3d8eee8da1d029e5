using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What normalisations over a batch have in common: factors and shifts of the channels, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private readonly Tensor? _runningMean;
    private readonly Tensor? _runningVariance;
    private readonly Tensor? _batches;

    private protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) =
            (num_features, eps, momentum, affine, track_running_stats);
        using var scope = NewDisposeScope();
        if (affine)
        {
            register_parameter(nameof(weight), _weight = new Parameter(ones([num_features], dtype, device)));
            register_parameter(nameof(bias), _bias = new Parameter(zeros([num_features], dtype, device)));
        }

        if (track_running_stats)
        {
            register_buffer(nameof(running_mean), _runningMean = zeros([num_features], dtype, device));
            register_buffer(nameof(running_var), _runningVariance = ones([num_features], dtype, device));
            register_buffer(nameof(num_batches_tracked), _batches = zeros([], int64, device));
        }
    }

    /// <summary>Factors of the channels, ones at first; null when not <see cref="affine"/>.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => SetParameter(nameof(weight), _weight = value);
    }

    /// <summary>What is added to channels, zeros at first; null when not <see cref="affine"/>.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), _bias = value);
    }

    /// <summary>Running means of the channels, which evaluation uses; null when there are none.</summary>
    public Tensor? running_mean => _runningMean;

    /// <summary>Running variances of the channels, which evaluation uses; null when there are none.</summary>
    public Tensor? running_var => _runningVariance;

    /// <summary>How many batches the running statistics have seen; null when there are none.</summary>
    public Tensor? num_batches_tracked => _batches;

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>What is added to variances.</summary>
    public double eps { get; set; }

    /// <summary>How far the running statistics move at each batch; null for the plain average of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are factors and shifts to learn.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    private protected override string Settings =>
        $"{num_features}, {Epsilon(eps)}, momentum={momentum?.ToString(CultureInfo.InvariantCulture) ?? "None"}, " +
        $"affine={(affine ? "True" : "False")}, track_running_stats={(track_running_stats ? "True" : "False")}";

    /// <summary>As PyTorch prints it.</summary>
    internal static string Epsilon(double eps) =>
        "eps=" + eps.ToString(eps < 1e-4 ? "0.################e-00" : "R", CultureInfo.InvariantCulture);

    /// <summary>Forgets what was learned and what was averaged.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null)
            nn.init.ones_(_weight);
        if (_bias is not null)
            nn.init.zeros_(_bias);
    }

    /// <summary>Forgets what was averaged: means 0, variances 1.</summary>
    public void reset_running_stats()
    {
        _runningMean?.zero_();
        _runningVariance?.fill_(1);
        _batches?.zero_();
    }

    /// <summary>Counts a batch.</summary>
    /// <returns>How far the running statistics move at it.</returns>
    private protected double CountBatch()
    {
        _batches?.add_(1);
        return momentum ?? (_batches is null ? 0 : 1.0 / _batches.item<long>());
    }
}
