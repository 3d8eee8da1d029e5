namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Public methods that no program of conformance.py calls, each with what tests them instead.</summary>
internal static class NotCompared
{
    private static readonly (string Reason, string Names)[] Groups =
    [
        ("Creation: CreationTests, OperatorGoldenTests, RandomGoldenTests.",
            "torch.arange torch.eye torch.linspace torch.logspace torch.full torch.full_like torch.ones torch.ones_like torch.zeros " +
            "torch.zeros_like torch.empty torch.empty_like torch.tensor torch.from_array Tensor.empty_like Tensor.full_like " +
            "Tensor.ones_like Tensor.zeros_like Tensor.new_empty"),
        ("Random numbers: RandomGoldenTests.",
            "torch.bernoulli torch.normal torch.rand torch.rand_like torch.randint torch.randint_like torch.randn torch.randn_like " +
            "torch.randperm torch.seed torch.manual_seed torch.initial_seed Tensor.bernoulli Tensor.bernoulli_ Tensor.normal_ " +
            "Tensor.uniform_ Tensor.rand_like Tensor.randint_like Tensor.randn_like"),
        ("No operation on elements: GraphTests, ModeTests, ViewTests, MemoryTests, TextTests and the tests of what they belong to.",
            "torch.NewDisposeScope torch.WrappedTensorDisposeScope torch.cuda_is_available torch.device torch.enable_grad torch.no_grad " +
            "torch.inference_mode torch.is_grad_enabled torch.set_grad_enabled torch.get_default_dtype torch.set_default_dtype " +
            "torch.get_num_threads torch.set_num_threads torch.is_complex torch.is_floating_point torch.is_integral torch.is_tensor " +
            "torch.promote_types torch.result_type Tensor.DetachFromDisposeScope Tensor.Dispose Tensor.MoveToOtherDisposeScope " +
            "Tensor.MoveToOuterDisposeScope Tensor.ToScalar Tensor.ToString Tensor.Equals Tensor.GetHashCode Tensor.backward Tensor.cpu " +
            "Tensor.data Tensor.dim Tensor.detach_ Tensor.element_size Tensor.is_complex Tensor.is_contiguous Tensor.is_cpu " +
            "Tensor.is_floating_point Tensor.is_integral Tensor.item Tensor.requires_grad_ Tensor.with_requires_grad " +
            "Tensor.retain_grad Tensor.size Tensor.stride Tensor.storage_offset"),
        ("Compared with PyTorch in ModuleGoldenTests.",
            "functional.group_norm functional.instance_norm functional.one_hot functional.adaptive_avg_pool1d " +
            "functional.alpha_dropout functional.binary_cross_entropy functional.celu functional.conv1d " +
            "functional.conv1d_padding functional.cosine_embedding_loss functional.cosine_similarity functional.normalize " +
            "functional.dropout1d functional.dropout3d functional.gaussian_nll_loss functional.glu functional.hardsigmoid " +
            "functional.hardswish functional.hardtanh functional.hinge_embedding_loss functional.huber_loss " +
            "functional.logsigmoid functional.margin_ranking_loss functional.mish functional.pairwise_distance " +
            "functional.relu6 functional.selu functional.soft_margin_loss functional.softmin functional.threshold " +
            "nn.AdaptiveAvgPool1d nn.AlphaDropout nn.BCELoss nn.CELU nn.Conv1d nn.CosineEmbeddingLoss nn.CosineSimilarity " +
            "nn.Dropout1d nn.Dropout3d nn.Embedding nn.Embedding_from_pretrained nn.GaussianNLLLoss nn.GLU nn.GroupNorm " +
            "nn.Hardsigmoid nn.Hardswish nn.Hardtanh nn.HingeEmbeddingLoss nn.HuberLoss nn.InstanceNorm1d nn.InstanceNorm2d " +
            "nn.LogSigmoid nn.MarginRankingLoss nn.Mish nn.PairwiseDistance nn.ReLU6 nn.SELU nn.SoftMarginLoss nn.Softmin " +
            "nn.Threshold Tensor.hardtanh Tensor.relu6 Tensor.hardsigmoid Tensor.hardswish Tensor.selu " +
            "Tensor.celu Tensor.threshold Tensor.glu Tensor.celu_ Tensor.threshold_"),
        ("Not compared yet.",
            "nn.Unflatten Tensor.log_sigmoid Tensor.hardtanh_ Tensor.relu6_ Tensor.hardsigmoid_ Tensor.hardswish_ Tensor.selu_"),
        ("Linear algebra: compared with PyTorch in LinalgGoldenTests.",
            "Tensor.det Tensor.logdet Tensor.inverse Tensor.pinverse Tensor.cholesky Tensor.matrix_power Tensor.matrix_exp " +
            "torch.det torch.logdet torch.inverse torch.pinverse torch.cholesky torch.matrix_power torch.matrix_exp " +
            "torch.slogdet torch.cdist"),
        ("Devices, printing and states of generators: their own tests.",
            "Tensor.cuda Tensor.mps torch.mps_is_available torch.InitializeDeviceType torch.TryInitializeDeviceType " +
            "torch.InitializeDevice torch.get_default_device torch.set_default_device torch.get_num_interop_threads " +
            "torch.set_num_interop_threads torch.set_printoptions torch.get_rng_state torch.set_rng_state"),
        ("Files: the tests of saving and loading.",
            "torch.load torch.save Tensor.load Tensor.save Tensor.Load Tensor.Save Tensor.ReadBytesFromStream " +
            "Tensor.WriteBytesToStream"),
        ("Another name: alias() is what t() of a vector is, index() and index_put_() are the indexer, to_type() and type() are to().",
            "Tensor.alias Tensor.index Tensor.index_put_ Tensor.to_type Tensor.type Tensor.to Tensor.where torch.where"),
        ("Made of modules that are compared: ModuleTests.", "nn.ModuleList nn.ModuleDict nn.Parameter nn.Sequential"),
    ];

    /// <summary>Operations whose result has no gradient in PyTorch either: truth values, positions, other types.</summary>
    private const string WithoutGradient =
        "all any allclose isclose isnan isinf isfinite eq ne lt le gt ge less less_equal greater greater_equal not_equal logical_and " +
        "logical_or logical_xor logical_not logical_and_ logical_or_ logical_not_ argmax argmin argsort nonzero numel detach bool int " +
        "long new_zeros new_full floor_divide floor_divide_ asinh_ acosh_ atanh_ < <= > >= == != & | ^ ~";

    public static HashSet<string> Names => [.. Groups.SelectMany(group => group.Names.Split(' '))];

    public static HashSet<string> NamesWithoutGradient => [.. WithoutGradient.Split(' ')];
}
