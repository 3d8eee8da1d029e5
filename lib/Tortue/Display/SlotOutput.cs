namespace Tortue.Display;

/// <summary>An output of the host that left its action in the slot.</summary>
internal sealed class SlotOutput(Action<string, IReadOnlyDictionary<string, string>, bool> show) : IOutput
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    public void Show(IReadOnlyDictionary<string, string> bundle) => show(_id, bundle, false);

    public void Update(IReadOnlyDictionary<string, string> bundle) => show(_id, bundle, true);

    /// <summary>The convention: an update without any form takes the output away.</summary>
    public void Remove() => Update(new Dictionary<string, string>());
}
