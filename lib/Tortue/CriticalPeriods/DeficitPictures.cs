using TorchSharp;
using Tortue.Charts;
using Tortue.Data;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>Images as they look under each deficit.</summary>
public static class DeficitPictures
{
    private const int Columns = 2;
    private const int MostRows = 5;

    /// <summary>
    /// Ten images of a set, as they are and under each deficit that changes them: a panel each, in shades of grey (the mean of the
    /// channels). Of large images there are fewer, as many as a panel can show pixel by pixel. The subtitle says what the label permutation
    /// makes of the first one.
    /// </summary>
    /// <param name="data">At least ten images with values in [0, 1], not normalised; the first ones are shown.</param>
    /// <param name="seed">The seed of noise and permutation. Default: 1.</param>
    /// <exception cref="ArgumentException">The examples are no images, or there are fewer than ten.</exception>
    public static Figure Figure(LabelledData data, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count < MostRows * Columns)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TooFewPictures, data.Count, MostRows * Columns));
        using var scope = NewDisposeScope();
        var shown = data.First(MostRows * Columns);
        var renamed = Deficits.Permutation(data.Classes.Count, seed);
        int first = (int)shown.Labels[0].ToInt64();
        Deficit[] visible = [Deficit.None, Deficit.Blur, Deficit.VerticalFlip, Deficit.Noise];
        return Charts.Figure.Row([.. visible.Select(deficit => Panel(DeficitNames.Of(deficit), deficit.Apply(shown, seed).Inputs))])
            .SharingYAxis()
            .WithTitle(CriticalPeriodsText.PicturesTitle)
            .Subtitle(Text.Format(
                CriticalPeriodsText.PicturesSubtitle, data.Name, data.Classes[first], data.Classes[renamed[first]]))
            .WithAlt(CriticalPeriodsText.PicturesAlt);
    }

    private static Figure Panel(string title, Tensor images)
    {
        var grey = images.mean([1]);
        int height = (int)grey.shape[1], width = (int)grey.shape[2];
        int rows = Math.Clamp(Charts.Figure.MaximumCells / (Columns * (width + 1)) / (height + 1), 1, MostRows);
        var mosaic = new double[rows * (height + 1) - 1, Columns * (width + 1) - 1];
        for (int row = 0; row < mosaic.GetLength(0); row++)
        {
            for (int column = 0; column < mosaic.GetLength(1); column++)
                mosaic[row, column] = double.NaN;
        }

        for (int i = 0; i < rows * Columns; i++)
            Place(mosaic, grey[i].to(float64).contiguous().data<double>().ToArray(), i, height, width);
        return Charts.Figure.Titled(title)
            .Heatmap(
                Enumerable.Range(0, mosaic.GetLength(1)),
                Enumerable.Range(0, mosaic.GetLength(0)),
                mosaic,
                CriticalPeriodsText.Brightness,
                HeatmapColors.Greys,
                0,
                1)
            .XAxis(CriticalPeriodsText.PixelsAxis)
            .YAxis(CriticalPeriodsText.PixelsAxis);
    }

    // An axis counts upwards, an image's rows downwards.
    private static void Place(double[,] mosaic, double[] pixels, int number, int height, int width)
    {
        int top = mosaic.GetLength(0) - 1 - number / Columns * (height + 1), left = number % Columns * (width + 1);
        for (int p = 0; p < pixels.Length; p++)
            mosaic[top - p / width, left + p % width] = pixels[p];
    }
}
