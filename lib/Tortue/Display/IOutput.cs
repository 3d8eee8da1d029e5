namespace Tortue.Display;

/// <summary>One place where something is shown and then replaced.</summary>
internal interface IOutput
{
    void Show(IReadOnlyDictionary<string, string> bundle);

    void Update(IReadOnlyDictionary<string, string> bundle);

    void Remove();
}
