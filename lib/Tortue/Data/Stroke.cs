namespace Tortue.Data;

/// <summary>A thin line across a generated image: clutter, without meaning.</summary>
internal readonly struct Stroke
{
    private const double Opacity = 0.7;

    private readonly double _x, _y, _dx, _dy, _halfLength, _pixel;
    private readonly double[] _color;

    public Stroke(ref RandomStream random, int side, double[] color)
    {
        (_x, _y) = (random.Uniform(-1, 1), random.Uniform(-1, 1));
        (_dy, _dx) = Math.SinCos(random.Uniform(0, Math.PI));
        _halfLength = random.Uniform(0.2, 0.6);
        _pixel = 2.0 / side;
        _color = color;
    }

    /// <summary>A channel's value after the stroke was drawn over it.</summary>
    public double Over(double value, double x, double y, int channel)
    {
        double along = (x - _x) * _dx + (y - _y) * _dy, across = (y - _y) * _dx - (x - _x) * _dy;
        double distance = Math.Max(Math.Abs(along) - _halfLength, Math.Abs(across) - _pixel / 2);
        double cover = Opacity * Math.Clamp(0.5 - distance / _pixel, 0, 1);
        return value + cover * (_color[channel] - value);
    }
}
