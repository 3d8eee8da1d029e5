using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>e to the power of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor exp() => Unary<Exp>("ExpBackward0", Saves.Result, static (g, y) => g.mul(y));

        /// <summary>2 to the power of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor exp2() => Unary<Exp2>("Exp2Backward0", Saves.Result, static (g, y) => g.mul(y).mul(Math.Log(2)));

        /// <summary>eˣ − 1 of each element, exact near zero.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor expm1() => Unary<Expm1>("Expm1Backward0", Saves.Result, static (g, y) => g.mul(y.add(1)));

        /// <summary>The natural logarithm of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor log() => Unary<Log>("LogBackward0", Saves.Input, static (g, x) => g.div(x));

        /// <summary>The logarithm to base 2 of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor log2() => Unary<Log2>("Log2Backward0", Saves.Input, static (g, x) => g.div(x.mul(Math.Log(2))));

        /// <summary>The logarithm to base 10 of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor log10() => Unary<Log10>("Log10Backward0", Saves.Input, static (g, x) => g.div(x.mul(Math.Log(10))));

        /// <summary>log(1 + x) of each element, exact near zero.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor log1p() => Unary<Log1p>("Log1pBackward0", Saves.Input, static (g, x) => g.div(x.add(1)));

        /// <summary>The square root of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor sqrt() => Unary<Sqrt>("SqrtBackward0", Saves.Result, static (g, y) => g.div(y.mul(2)));

        /// <summary>One divided by the square root of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor rsqrt() => Unary<Rsqrt>("RsqrtBackward0", Saves.Result, static (g, y) => g.mul(y.pow(3)).mul(-0.5));

        /// <summary>One divided by each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor reciprocal() => Unary<Reciprocal>("ReciprocalBackward0", Saves.Result, static (g, y) => g.mul(y).mul(y).neg());

        /// <summary>The sine of each element (radians).</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor sin() => Unary<Sin>("SinBackward0", Saves.Input, static (g, x) => g.mul(x.cos()));

        /// <summary>The cosine of each element (radians).</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor cos() => Unary<Cos>("CosBackward0", Saves.Input, static (g, x) => g.mul(x.sin()).neg());

        /// <summary>The tangent of each element (radians).</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor tan() => Unary<Tan>("TanBackward0", Saves.Result, static (g, y) => g.mul(y.mul(y).add(1)));

        /// <summary>The inverse sine of each element, in radians.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor asin() => Unary<Asin>("AsinBackward0", Saves.Input, static (g, x) => g.mul(PlainNumber(1).sub(x.mul(x)).rsqrt()));

        /// <inheritdoc cref="asin"/>
        public Tensor arcsin() => asin();

        /// <summary>The inverse cosine of each element, in radians.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor acos() =>
            Unary<Acos>("AcosBackward0", Saves.Input, static (g, x) => g.mul(PlainNumber(1).sub(x.mul(x)).rsqrt()).neg());

        /// <inheritdoc cref="acos"/>
        public Tensor arccos() => acos();

        /// <summary>The inverse tangent of each element, in radians.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor atan() => Unary<Atan>("AtanBackward0", Saves.Input, static (g, x) => g.div(x.mul(x).add(1)));

        /// <inheritdoc cref="atan"/>
        public Tensor arctan() => atan();

        /// <summary>The hyperbolic sine of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor sinh() => Unary<Sinh>("SinhBackward0", Saves.Input, static (g, x) => g.mul(x.cosh()));

        /// <summary>The hyperbolic cosine of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor cosh() => Unary<Cosh>("CoshBackward0", Saves.Input, static (g, x) => g.mul(x.sinh()));

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor asinh() => Unary<Asinh>("AsinhBackward0", Saves.Input, static (g, x) => g.mul(x.mul(x).add(1).rsqrt()));

        /// <inheritdoc cref="asinh"/>
        public Tensor arcsinh() => asinh();

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor acosh() => Unary<Acosh>("AcoshBackward0", Saves.Input, static (g, x) => g.mul(x.mul(x).sub(1).rsqrt()));

        /// <inheritdoc cref="acosh"/>
        public Tensor arccosh() => acosh();

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor atanh() => Unary<Atanh>("AtanhBackward0", Saves.Input, static (g, x) => g.div(PlainNumber(1).sub(x.mul(x))));

        /// <inheritdoc cref="atanh"/>
        public Tensor arctanh() => atanh();
    }
}
