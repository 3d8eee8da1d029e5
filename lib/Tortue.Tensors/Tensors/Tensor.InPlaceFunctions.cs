namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="exp"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor exp_() => Become(Former().exp());

        /// <inheritdoc cref="exp2"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor exp2_() => Become(Former().exp2());

        /// <inheritdoc cref="expm1"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor expm1_() => Become(Former().expm1());

        /// <inheritdoc cref="log"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log_() => Become(Former().log());

        /// <inheritdoc cref="log2"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log2_() => Become(Former().log2());

        /// <inheritdoc cref="log10"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log10_() => Become(Former().log10());

        /// <inheritdoc cref="log1p"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log1p_() => Become(Former().log1p());

        /// <inheritdoc cref="sqrt"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sqrt_() => Become(Former().sqrt());

        /// <inheritdoc cref="rsqrt"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor rsqrt_() => Become(Former().rsqrt());

        /// <inheritdoc cref="reciprocal"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor reciprocal_() => Become(Former().reciprocal());

        /// <inheritdoc cref="sin"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sin_() => Become(Former().sin());

        /// <inheritdoc cref="cos"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor cos_() => Become(Former().cos());

        /// <inheritdoc cref="tan"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor tan_() => Become(Former().tan());

        /// <inheritdoc cref="asin"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor asin_() => Become(Former().asin());

        /// <inheritdoc cref="acos"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor acos_() => Become(Former().acos());

        /// <inheritdoc cref="atan"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor atan_() => Become(Former().atan());

        /// <inheritdoc cref="sinh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sinh_() => Become(Former().sinh());

        /// <inheritdoc cref="cosh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor cosh_() => Become(Former().cosh());

        /// <inheritdoc cref="asinh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor asinh_() => Become(Former().asinh());

        /// <inheritdoc cref="acosh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor acosh_() => Become(Former().acosh());

        /// <inheritdoc cref="atanh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor atanh_() => Become(Former().atanh());

        /// <inheritdoc cref="abs"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor abs_() => Become(Former().abs());

        /// <inheritdoc cref="neg"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor neg_() => Become(Former().neg());

        /// <inheritdoc cref="sign"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sign_() => Become(Former().sign());

        /// <inheritdoc cref="floor"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor floor_() => Become(Former().floor());

        /// <inheritdoc cref="ceil"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ceil_() => Become(Former().ceil());

        /// <inheritdoc cref="trunc"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor trunc_() => Become(Former().trunc());

        /// <inheritdoc cref="tanh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor tanh_() => Become(Former().tanh());

        /// <inheritdoc cref="sigmoid"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sigmoid_() => Become(Former().sigmoid());

        /// <inheritdoc cref="relu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor relu_() => Become(Former().relu());

        /// <inheritdoc cref="pow(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor pow_(Scalar exponent) => Become(Former().pow(exponent));

        /// <inheritdoc cref="pow(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor pow_(Tensor exponent) => Become(Former(exponent).pow(exponent));

        /// <inheritdoc cref="clamp(Scalar?, Scalar?)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Become(Former().clamp(min, max));

        /// <inheritdoc cref="clamp_max"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor clamp_max_(Scalar max) => Become(Former().clamp_max(max));

        /// <inheritdoc cref="clamp_min"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor clamp_min_(Scalar min) => Become(Former().clamp_min(min));

        /// <inheritdoc cref="leaky_relu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor leaky_relu_(Scalar negative_slope) => Become(Former().leaky_relu(negative_slope));

        /// <inheritdoc cref="remainder(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor remainder_(Scalar scalar) => Become(Former().remainder(scalar));

        /// <inheritdoc cref="remainder(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor remainder_(Tensor target) => Become(Former(target).remainder(target));

        /// <inheritdoc cref="round"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor round_(long decimals = 0) => Become(Former().round(decimals));

        /// <inheritdoc cref="eq(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor eq_(Tensor target) => Become(Former().eq(target));

        /// <inheritdoc cref="eq(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor eq_(Scalar target) => Become(Former().eq(target));

        /// <inheritdoc cref="ne(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ne_(Tensor target) => Become(Former().ne(target));

        /// <inheritdoc cref="ne(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ne_(Scalar target) => Become(Former().ne(target));

        /// <inheritdoc cref="lt(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor lt_(Tensor target) => Become(Former().lt(target));

        /// <inheritdoc cref="lt(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor lt_(Scalar target) => Become(Former().lt(target));

        /// <inheritdoc cref="le(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor le_(Tensor target) => Become(Former().le(target));

        /// <inheritdoc cref="le(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor le_(Scalar target) => Become(Former().le(target));

        /// <inheritdoc cref="gt(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor gt_(Tensor target) => Become(Former().gt(target));

        /// <inheritdoc cref="gt(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor gt_(Scalar target) => Become(Former().gt(target));

        /// <inheritdoc cref="ge(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ge_(Tensor target) => Become(Former().ge(target));

        /// <inheritdoc cref="ge(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ge_(Scalar target) => Become(Former().ge(target));

        /// <inheritdoc cref="logical_and"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor logical_and_(Tensor other) => Become(Former().logical_and(other));

        /// <inheritdoc cref="logical_or"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor logical_or_(Tensor other) => Become(Former().logical_or(other));

        /// <inheritdoc cref="logical_not"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor logical_not_() => Become(Former().logical_not());
    }
}
