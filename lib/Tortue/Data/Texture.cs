namespace Tortue.Data;

/// <summary>Fine patterns that fill the objects. Both have mean 0 and the same variance, so brightness does not tell them apart.</summary>
internal enum Texture
{
    /// <summary>Stripes: sin u.</summary>
    Striped,

    /// <summary>Dots: √2 sin u sin v.</summary>
    Dotted,
}
