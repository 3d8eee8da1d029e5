namespace Tortue.Data;

/// <summary>
/// A class of the generated images: one of five silhouettes, with one of two textures. The silhouette survives a blur, the texture does
/// not; a network that sees only coarse shape can at best tell pairs apart.
/// </summary>
internal static class ImageClass
{
    /// <summary>Number of classes.</summary>
    public static int Count => Names.Count;

    /// <summary>The classes' names, in the order of the labels.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. from silhouette in Enum.GetValues<Silhouette>() from texture in Enum.GetValues<Texture>() select Name(silhouette, texture)];

    /// <summary>What the images of a label show.</summary>
    public static (Silhouette Silhouette, Texture Texture) Of(int label) => ((Silhouette)(label / 2), (Texture)(label % 2));

    private static string Name(Silhouette silhouette, Texture texture) =>
        $"{(texture == Texture.Striped ? DataText.Striped : DataText.Dotted)} {Word(silhouette)}";

    private static string Word(Silhouette silhouette) => silhouette switch
    {
        Silhouette.Disc => DataText.Disc,
        Silhouette.Triangle => DataText.Triangle,
        Silhouette.Cross => DataText.Cross,
        Silhouette.Crescent => DataText.Crescent,
        _ => DataText.Bar,
    };
}
