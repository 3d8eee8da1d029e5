namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.add(Scalar)"/>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <inheritdoc cref="Tensor.add(Scalar, Scalar)"/>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <inheritdoc cref="Tensor.add(Tensor)"/>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <inheritdoc cref="Tensor.add(Tensor, Scalar)"/>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <inheritdoc cref="Tensor.add_(Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <inheritdoc cref="Tensor.add_(Scalar, Scalar)"/>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <inheritdoc cref="Tensor.add_(Tensor)"/>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <inheritdoc cref="Tensor.add_(Tensor, Scalar)"/>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <inheritdoc cref="Tensor.sub(Scalar)"/>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <inheritdoc cref="Tensor.sub(Tensor)"/>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <inheritdoc cref="Tensor.sub_(Scalar)"/>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <inheritdoc cref="Tensor.sub_(Tensor)"/>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <inheritdoc cref="Tensor.mul(Scalar)"/>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <inheritdoc cref="Tensor.mul(Tensor)"/>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <inheritdoc cref="Tensor.mul_(Scalar)"/>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.mul_(Tensor)"/>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.div(Scalar, RoundingMode)"/>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div(Tensor, RoundingMode)"/>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div_(Scalar, RoundingMode)"/>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.div_(Tensor, RoundingMode)"/>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.subtract(Scalar)"/>
    public static Tensor subtract(Tensor left, Scalar right) => left.subtract(right);

    /// <inheritdoc cref="Tensor.subtract(Tensor)"/>
    public static Tensor subtract(Tensor left, Tensor right) => left.subtract(right);

    /// <inheritdoc cref="Tensor.subtract_(Scalar)"/>
    public static Tensor subtract_(Tensor left, Scalar right) => left.subtract_(right);

    /// <inheritdoc cref="Tensor.subtract_(Tensor)"/>
    public static Tensor subtract_(Tensor left, Tensor right) => left.subtract_(right);

    /// <inheritdoc cref="Tensor.multiply(Scalar)"/>
    public static Tensor multiply(Tensor left, Scalar right) => left.multiply(right);

    /// <inheritdoc cref="Tensor.multiply(Tensor)"/>
    public static Tensor multiply(Tensor left, Tensor right) => left.multiply(right);

    /// <inheritdoc cref="Tensor.divide(Scalar, RoundingMode)"/>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide(Tensor, RoundingMode)"/>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide(right, rounding_mode);

    /// <inheritdoc cref="Tensor.divide_(Tensor, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide_(right, rounding_mode);

    /// <inheritdoc cref="Tensor.true_divide(Tensor)"/>
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => dividend.true_divide(divisor);

    /// <inheritdoc cref="Tensor.true_divide_(Tensor)"/>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => dividend.true_divide_(divisor);

    /// <inheritdoc cref="Tensor.floor_divide(Tensor)"/>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    /// <inheritdoc cref="Tensor.floor_divide_(Tensor)"/>
    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);

    /// <inheritdoc cref="Tensor.remainder(Scalar)"/>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <inheritdoc cref="Tensor.remainder(Tensor)"/>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <inheritdoc cref="Tensor.remainder_(Scalar)"/>
    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);

    /// <inheritdoc cref="Tensor.remainder_(Tensor)"/>
    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);

    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg(Tensor input) => input.neg();

    /// <inheritdoc cref="Tensor.neg_()"/>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.negative()"/>
    public static Tensor negative(Tensor input) => input.negative();

    /// <inheritdoc cref="Tensor.pow(Scalar)"/>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <inheritdoc cref="Tensor.pow(Tensor)"/>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <inheritdoc cref="Tensor.pow_(Scalar)"/>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    /// <inheritdoc cref="Tensor.pow_(Tensor)"/>
    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);

    /// <inheritdoc cref="Tensor.maximum(Tensor)"/>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <inheritdoc cref="Tensor.minimum(Tensor)"/>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <inheritdoc cref="Tensor.addmm(Tensor, Tensor, float, float)"/>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    /// <inheritdoc cref="Tensor.mm(Tensor)"/>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <inheritdoc cref="Tensor.bmm(Tensor)"/>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <inheritdoc cref="Tensor.mv(Tensor)"/>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <inheritdoc cref="Tensor.dot(Tensor)"/>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <inheritdoc cref="Tensor.outer(Tensor)"/>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <inheritdoc cref="Tensor.matmul(Tensor)"/>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <inheritdoc cref="Tensor.dist(Tensor, float)"/>
    public static Tensor dist(Tensor input, Tensor other, float p = 2) => input.dist(other, p);
}
