namespace DataConnectors.Web.Hosting.Startup;

/// <summary>Whether migrations and seeding are done, so that requests can be answered.</summary>
internal sealed class Readiness
{
    private volatile bool isReady;

    /// <summary>False from the start of the process until <see cref="MarkReady"/>.</summary>
    public bool IsReady => isReady;

    /// <summary>Opens the doors.</summary>
    public void MarkReady() => isReady = true;
}
