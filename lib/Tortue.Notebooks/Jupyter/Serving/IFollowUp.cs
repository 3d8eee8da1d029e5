namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>A handler with something left to do once its request is answered and the kernel is idle.</summary>
internal interface IFollowUp
{
    /// <summary>Does it; called after every request of the handler.</summary>
    void AfterIdle();
}
