using System.Globalization;

namespace Tortue.Notebooks.Running;

/// <summary>A notebook in a language that does not run here. The message is one sentence for the user.</summary>
public sealed class NotebookLanguageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="name">What to call the notebook: its path.</param>
    /// <param name="language">The language it is in.</param>
    public NotebookLanguageException(string name, string language)
        : base(string.Format(CultureInfo.CurrentCulture, RunningText.OtherLanguage, name, language)) => Language = language;

    /// <summary>The language of the notebook, lower case.</summary>
    public string Language { get; }
}
