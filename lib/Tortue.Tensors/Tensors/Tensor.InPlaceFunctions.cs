namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="exp"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor exp_() => Become(static x => x.exp());

        /// <inheritdoc cref="exp2"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor exp2_() => Become(static x => x.exp2());

        /// <inheritdoc cref="expm1"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor expm1_() => Become(static x => x.expm1());

        /// <inheritdoc cref="log"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log_() => Become(static x => x.log());

        /// <inheritdoc cref="log2"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log2_() => Become(static x => x.log2());

        /// <inheritdoc cref="log10"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log10_() => Become(static x => x.log10());

        /// <inheritdoc cref="log1p"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor log1p_() => Become(static x => x.log1p());

        /// <inheritdoc cref="sqrt"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sqrt_() => Become(static x => x.sqrt());

        /// <inheritdoc cref="rsqrt"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor rsqrt_() => Become(static x => x.rsqrt());

        /// <inheritdoc cref="reciprocal"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor reciprocal_() => Become(static x => x.reciprocal());

        /// <inheritdoc cref="sin"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sin_() => Become(static x => x.sin());

        /// <inheritdoc cref="cos"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor cos_() => Become(static x => x.cos());

        /// <inheritdoc cref="tan"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor tan_() => Become(static x => x.tan());

        /// <inheritdoc cref="asin"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor asin_() => Become(static x => x.asin());

        /// <inheritdoc cref="acos"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor acos_() => Become(static x => x.acos());

        /// <inheritdoc cref="atan"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor atan_() => Become(static x => x.atan());

        /// <inheritdoc cref="sinh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sinh_() => Become(static x => x.sinh());

        /// <inheritdoc cref="cosh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor cosh_() => Become(static x => x.cosh());

        /// <inheritdoc cref="asinh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor asinh_() => Become(static x => x.asinh());

        /// <inheritdoc cref="acosh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor acosh_() => Become(static x => x.acosh());

        /// <inheritdoc cref="atanh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor atanh_() => Become(static x => x.atanh());

        /// <inheritdoc cref="abs"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor abs_() => Become(static x => x.abs());

        /// <inheritdoc cref="neg"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor neg_() => Become(static x => x.neg());

        /// <inheritdoc cref="sign"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sign_() => Become(static x => x.sign());

        /// <inheritdoc cref="floor"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor floor_() => Become(static x => x.floor());

        /// <inheritdoc cref="ceil"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ceil_() => Become(static x => x.ceil());

        /// <inheritdoc cref="trunc"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor trunc_() => Become(static x => x.trunc());

        /// <inheritdoc cref="tanh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor tanh_() => Become(static x => x.tanh());

        /// <inheritdoc cref="sigmoid"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor sigmoid_() => Become(static x => x.sigmoid());

        /// <inheritdoc cref="relu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor relu_() => Become(static x => x.relu());

        /// <inheritdoc cref="pow(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor pow_(Scalar exponent) => Become(x => x.pow(exponent));

        /// <inheritdoc cref="pow(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor pow_(Tensor exponent) => Become(x => x.pow(exponent), exponent);

        /// <inheritdoc cref="clamp(Scalar?, Scalar?)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Become(x => x.clamp(min, max));

        /// <inheritdoc cref="clamp_max"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor clamp_max_(Scalar max) => Become(x => x.clamp_max(max));

        /// <inheritdoc cref="clamp_min"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor clamp_min_(Scalar min) => Become(x => x.clamp_min(min));

        /// <inheritdoc cref="leaky_relu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor leaky_relu_(Scalar negative_slope) => Become(x => x.leaky_relu(negative_slope));

        /// <inheritdoc cref="remainder(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor remainder_(Scalar scalar) => Become(x => x.remainder(scalar));

        /// <inheritdoc cref="remainder(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor remainder_(Tensor target) => Become(x => x.remainder(target), target);

        /// <inheritdoc cref="round"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor round_(long decimals = 0) => Become(x => x.round(decimals));

        /// <inheritdoc cref="eq(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor eq_(Tensor target) => Become(x => x.eq(target));

        /// <inheritdoc cref="eq(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor eq_(Scalar target) => Become(x => x.eq(target));

        /// <inheritdoc cref="ne(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ne_(Tensor target) => Become(x => x.ne(target));

        /// <inheritdoc cref="ne(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ne_(Scalar target) => Become(x => x.ne(target));

        /// <inheritdoc cref="lt(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor lt_(Tensor target) => Become(x => x.lt(target));

        /// <inheritdoc cref="lt(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor lt_(Scalar target) => Become(x => x.lt(target));

        /// <inheritdoc cref="le(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor le_(Tensor target) => Become(x => x.le(target));

        /// <inheritdoc cref="le(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor le_(Scalar target) => Become(x => x.le(target));

        /// <inheritdoc cref="gt(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor gt_(Tensor target) => Become(x => x.gt(target));

        /// <inheritdoc cref="gt(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor gt_(Scalar target) => Become(x => x.gt(target));

        /// <inheritdoc cref="ge(Tensor)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ge_(Tensor target) => Become(x => x.ge(target));

        /// <inheritdoc cref="ge(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor ge_(Scalar target) => Become(x => x.ge(target));

        /// <inheritdoc cref="logical_and"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor logical_and_(Tensor other) => Become(x => x.logical_and(other));

        /// <inheritdoc cref="logical_or"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor logical_or_(Tensor other) => Become(x => x.logical_or(other));

        /// <inheritdoc cref="logical_not"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor logical_not_() => Become(static x => x.logical_not());
    }
}
