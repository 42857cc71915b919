namespace DataConnectors.Web.Components.Connectors.Builder.Api;

/// <summary>How far a test goes.</summary>
public enum TestMode
{
    /// <summary>Shows what would be sent; sends nothing.</summary>
    DryRun,

    /// <summary>Runs on the stored example response; sends nothing.</summary>
    Example,

    /// <summary>Calls the API. What a write does there is real.</summary>
    RealCall,
}

/// <summary>The names of test modes.</summary>
internal static class TestModes
{
    /// <summary>The label that every result carries.</summary>
    public static string Label(this TestMode mode) =>
        mode switch
        {
            TestMode.DryRun => "DRY RUN",
            TestMode.Example => "EXAMPLE DATA",
            _ => "REAL CALL",
        };
}
