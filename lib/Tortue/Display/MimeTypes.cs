namespace Tortue.Display;

/// <summary>Names of the forms in which values are shown.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html";

    public const string PlainText = "text/plain";

    public const string Plotly = "application/vnd.plotly.v1+json";
}
