namespace DataConnectors.Web.SampleStore;

/// <summary>The settings of the sample store, section <c>SampleStore</c>.</summary>
internal sealed class SampleStoreOptions
{
    /// <summary>The section these settings are read from.</summary>
    public const string Section = "SampleStore";

    /// <summary>
    /// Where the store listens: <c>http://localhost:5081</c> by default, always this machine. Port 0 takes any free port; read
    /// it from <see cref="SampleStoreServer.Address"/>.
    /// </summary>
    public string Url { get; set; } = "http://localhost:5081";

    /// <summary>What callers send in <c>X-Api-Key</c>; <c>demo-store-key</c> by default.</summary>
    public string ApiKey { get; set; } = "demo-store-key";
}
