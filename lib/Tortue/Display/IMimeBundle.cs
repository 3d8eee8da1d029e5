namespace Tortue.Display;

/// <summary>A value that notebooks show in richer forms than text. Hosts find the method by its name and need no reference to this
/// library.</summary>
public interface IMimeBundle
{
    /// <summary>The value in the forms that it has, by MIME type; among them text/plain. JSON types hold JSON text.</summary>
    IReadOnlyDictionary<string, string> ToMimeBundle();
}
