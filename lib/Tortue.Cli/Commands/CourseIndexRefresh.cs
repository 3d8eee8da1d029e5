using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Notebooks.Handouts;
using Tortue.Notebooks.Handouts.Index;

namespace Tortue.Cli.Commands;

/// <summary>Brings the indexes that an export has written up to date with what else stands beside the pages now.</summary>
/// <param name="folder">The folder of the pages.</param>
internal sealed class CourseIndexRefresh(HandoutFolder folder)
{
    /// <summary>Writes each index that there is once more. Nothing has to run: an index goes by the chapters' text.</summary>
    /// <param name="chapters">The course's chapters in their order.</param>
    /// <exception cref="CommandException">A chapter cannot be read.</exception>
    /// <exception cref="HandoutWriteException">An index cannot be written.</exception>
    public void Write(IReadOnlyList<NotebookFile> chapters)
    {
        var variants = Enum.GetValues<HandoutVariant>().Where(variant => File.Exists(folder.IndexOf(variant))).ToList();
        if (variants.Count == 0) return;
        var listed = chapters.Select(chapter => new CourseChapter(Path.GetFileNameWithoutExtension(chapter.Path), chapter.Load())).ToList();
        foreach (var variant in variants)
        {
            var options = new HandoutOptions
            {
                Variant = variant,
                SharedAssets = Directory.Exists(folder.Assets) ? folder.Assets : null,
                NotebookFolder = chapters[0].Folder,
            };
            new CourseIndex(options).Write(listed, folder.IndexOf(variant));
        }
    }
}
