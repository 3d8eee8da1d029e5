namespace Tortue.Tensors.Kernels;

/// <summary>
/// The results that one set of weights makes: all of a forward pass, or those pixels of the gradient with respect to the images whose
/// row and column leave the same remainders by the stride, which see the same weights.
/// </summary>
/// <param name="Weights">Which of a kernel's weights meet.</param>
/// <param name="Shifts">Where in a channel each of them finds its pixel at the first position.</param>
/// <param name="Count">Rows and columns of results.</param>
/// <param name="Start">Row and column of the first one in the whole result.</param>
/// <param name="Step">Rows and columns of the whole result from one to the next.</param>
internal sealed record ConvolutionPhase(int[] Weights, nint[] Shifts, (int Y, int X) Count, (int Y, int X) Start, (int Y, int X) Step);
