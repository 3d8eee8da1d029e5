using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Derivatives by going back through the recorded operations.</summary>
    public static partial class autograd
    {
        /// <summary>Accumulates, in each leaf's <see cref="Tensor.grad"/>, the gradient of the sum of some tensors.</summary>
        /// <param name="tensors">Where to start.</param>
        /// <param name="grad_tensors">The gradient with respect to each; needed where one has several elements.</param>
        /// <param name="retain_graph">Whether the graph is to be used again.</param>
        /// <param name="create_graph">Whether derivatives of derivatives are wanted: not available here.</param>
        /// <param name="inputs">Not available here: must be null.</param>
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            RefuseHigherDerivatives(create_graph);
            if (inputs is not null)
                throw new NotSupportedException("backward(inputs) is not available in this engine: use autograd.grad.");

            var seeds = Seeds(tensors, grad_tensors);
            BackwardPass.Run([.. tensors], seeds, retain_graph ?? false);
            GiveBack(seeds, grad_tensors);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of the sum of some tensors with respect to others; nothing is accumulated.</summary>
        /// <param name="outputs">Where to start.</param>
        /// <param name="inputs">Whose gradients are wanted.</param>
        /// <param name="grad_outputs">The gradient with respect to each output; needed where one has several elements.</param>
        /// <param name="retain_graph">Whether the graph is to be used again.</param>
        /// <param name="create_graph">Whether derivatives of derivatives are wanted: not available here.</param>
        /// <param name="allow_unused">Whether the outputs may not depend on an input, whose gradient then is null.</param>
        /// <returns>One gradient for each input.</returns>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            RefuseHigherDerivatives(create_graph);
            var wanted = inputs.Select(input => input.GradientTarget ?? throw TorchError.Because(
                "One of the differentiated Tensors does not require grad")).ToList();
            var seeds = Seeds(outputs, grad_outputs);
            var gradients = BackwardPass.Run([.. outputs], seeds, retain_graph, wanted);
            GiveBack(seeds, grad_outputs);
            if (!allow_unused && gradients.Any(g => g is null))
            {
                throw TorchError.Because("One of the differentiated Tensors appears to not have been used in the graph. Set " +
                    "allow_unused=True if " +
                    "this is the desired behavior.");
            }

            foreach (var gradient in gradients.OfType<Tensor>())
                DisposeScopeManager.Attach(gradient);
            return gradients!;
        }

        private static void RefuseHigherDerivatives(bool create_graph)
        {
            if (create_graph)
                throw new NotSupportedException("create_graph is not available in this engine: it has first derivatives only.");
        }

        private static List<Tensor> Seeds(IList<Tensor> tensors, IList<Tensor>? gradients)
        {
            if (gradients is not null && gradients.Count != tensors.Count)
                throw TorchError.Because($"got {tensors.Count} tensors and {gradients.Count} gradients");

            return [.. tensors.Select((tensor, i) => Seed(tensor, gradients?[i], i))];
        }

        /// <summary>Gives back the memory of gradients that were made here because none were given.</summary>
        private static void GiveBack(List<Tensor> seeds, IList<Tensor>? given)
        {
            for (var i = 0; i < seeds.Count; i++)
            {
                if (given is null || !ReferenceEquals(seeds[i], given[i]))
                    seeds[i].Dispose();
            }
        }

        private static Tensor Seed(Tensor tensor, Tensor? gradient, int position)
        {
            if (!tensor.requires_grad)
                throw TorchError.Because($"element {position} of tensors does not require grad and does not have a grad_fn");
            if (gradient is null)
            {
                if (tensor.NumberOfElements != 1)
                    throw TorchError.Because("grad can be implicitly created only for scalar outputs");
                return Creation.Filled(tensor.Sizes, 1, tensor.dtype, null, false).DetachFromDisposeScope();
            }

            if (!Shapes.Same(gradient.Sizes, tensor.Sizes))
            {
                throw TorchError.Because($"invalid gradient at index {position} - got {Shapes.Text(gradient.Sizes)} but expected shape " +
                    $"compatible with {Shapes.Text(tensor.Sizes)}");
            }

            return gradient.As(tensor.dtype);
        }
    }

    public partial class Tensor
    {
        /// <summary>Accumulates, in each leaf's <see cref="grad"/>, the gradient of this tensor, which has one element.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Accumulates, in each leaf's <see cref="grad"/>, the gradient of this tensor.</summary>
        /// <param name="grad_tensors">One tensor: the gradient with respect to this one; needed where it has several elements.</param>
        /// <param name="retain_graph">Whether the graph is to be used again.</param>
        /// <param name="create_graph">Whether derivatives of derivatives are wanted: not available here.</param>
        /// <param name="inputs">Not available here: must be null.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }
}
