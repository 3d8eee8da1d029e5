namespace Tortue.Data;

/// <summary>What one generated image shows: drawn at random, but for its class.</summary>
internal sealed class ImageScene
{
    private const int MostStrokes = 4;
    private const double MostTurn = 0.6;
    private const double ShareOfBrightObjects = 0.8;

    private readonly Silhouette _silhouette;
    private readonly Texture _texture;
    private readonly double _centerX, _centerY, _xx, _xy, _yx, _yy, _edge;
    private readonly double _waveX, _waveY, _phaseU, _phaseV;
    private readonly double _slopeX, _slopeY;
    private readonly double[] _background, _object, _ink;
    private readonly Stroke[] _strokes;

    public ImageScene(int label, ref RandomStream random, int side, int channels)
    {
        (_silhouette, _texture) = ImageClass.Of(label);

        // Coordinates run from −1 to 1 over the image. The object's own come from them by an affine map.
        _centerX = random.Uniform(-0.25, 0.25);
        _centerY = random.Uniform(-0.25, 0.25);
        var (size, angle, stretch, shear) =
            (random.Uniform(0.65, 0.9), random.Uniform(-MostTurn, MostTurn), random.Uniform(0.85, 1.18), random.Uniform(-0.2, 0.2));
        var (sin, cos) = Math.SinCos(angle);
        (_xx, _xy) = ((cos + shear * sin) * stretch / size, (sin - shear * cos) * stretch / size);
        (_yx, _yy) = (-sin / (size * stretch), cos / (size * stretch));
        _edge = size * side / 2;

        // A wave of three to four pixels at the smallest size: finer than a quarter of the resolution can show.
        double pixels = random.Uniform(3.0, 4.0) * Math.Sqrt(side / 16.0);
        double direction = random.Uniform(0, 2 * Math.PI);
        (_waveY, _waveX) = Math.SinCos(direction);
        double frequency = 2 * Math.PI * side / 2 / pixels;
        (_waveX, _waveY) = (_waveX * frequency, _waveY * frequency);
        (_phaseU, _phaseV) = (random.Uniform(0, 2 * Math.PI), random.Uniform(0, 2 * Math.PI));

        (_slopeX, _slopeY) = (random.Uniform(-0.12, 0.12), random.Uniform(-0.12, 0.12));
        _background = Color(ref random, channels, random.Uniform(0.2, 0.8));
        _object = Color(ref random, channels, Contrasting(_background.Average(), ref random));
        _ink = [.. _object.Select(value => value > 0.5 ? -0.3 : 0.3)];
        _strokes = new Stroke[random.Below(MostStrokes + 1)];
        for (int i = 0; i < _strokes.Length; i++)
            _strokes[i] = new Stroke(ref random, side, Color(ref random, channels, random.Uniform(0, 1)));
    }

    /// <summary>The colour at a point, one channel of it, without noise.</summary>
    public double At(double x, double y, int channel)
    {
        double value = _background[channel] + _slopeX * x + _slopeY * y;
        double cover = Cover(x, y);
        value += cover * (_object[channel] + _ink[channel] * Pattern(x, y) - value);
        foreach (var stroke in _strokes)
            value = stroke.Over(value, x, y, channel);
        return value;
    }

    // A pixel that the edge crosses is covered in part.
    private double Cover(double x, double y)
    {
        var (dx, dy) = (x - _centerX, y - _centerY);
        double distance = Outline.Distance(_silhouette, _xx * dx + _xy * dy, _yx * dx + _yy * dy);
        return Math.Clamp(0.5 - distance * _edge, 0, 1);
    }

    private double Pattern(double x, double y)
    {
        double u = _waveX * x + _waveY * y + _phaseU, v = _waveX * y - _waveY * x + _phaseV;
        return _texture == Texture.Striped ? Math.Sin(u) : Math.Sqrt(2) * Math.Sin(u) * Math.Sin(v);
    }

    private static double Contrasting(double brightness, ref RandomStream random)
    {
        double difference = random.Uniform(0.2, 0.4);
        bool brighter = brightness + difference > 0.9 ? false : brightness - difference < 0.1 || random.Uniform() < ShareOfBrightObjects;
        return brightness + (brighter ? difference : -difference);
    }

    // Random hue around a brightness.
    private static double[] Color(ref RandomStream random, int channels, double brightness)
    {
        var color = new double[channels];
        for (int c = 0; c < channels; c++)
            color[c] = channels == 1 ? brightness : Math.Clamp(brightness + random.Uniform(-0.2, 0.2), 0, 1);
        return color;
    }
}
