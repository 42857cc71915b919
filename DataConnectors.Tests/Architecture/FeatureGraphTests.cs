using DataConnectors.Core.Execution;

namespace DataConnectors.Tests.Architecture;

/// <summary>Holds the table of docs/ARCHITECTURE.md against the code.</summary>
public sealed class FeatureGraphTests
{
    private const string Root = "DataConnectors.Core";

    // Kernel is open to all and uses nobody.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Kernel"] = [],
        ["Persistence"] = [],
        ["Templating"] = [],
        ["Transformation"] = [],
        ["Egress"] = [],
        ["Idempotency"] = ["Persistence"],
        ["Workspace"] = ["Persistence"],
        ["Scripting"] = [],
        ["Events"] = ["Persistence"],
        ["People"] = ["Persistence"],
        ["Audiences"] = ["Persistence", "People"],
        ["CustomObjects"] = ["Persistence", "People"],
        ["Credentials"] = ["Persistence", "Egress"],
        ["DeveloperApps"] = ["Persistence", "Credentials", "Workspace"],
        ["CustomerAuthentication"] = [],
        ["Connectors"] =
        [
            "Persistence",
            "Templating",
            "Transformation",
            "Egress",
            "Credentials",
            "People",
            "CustomObjects",
            "Scripting",
            "Audiences",
        ],
        ["Alerts"] = ["Events", "Connectors"],
        ["Versioning"] =
        [
            "Persistence",
            "Connectors",
            "Credentials",
            "People",
            "Events",
            "Audiences",
        ],
        ["Execution"] =
        [
            "Connectors",
            "Templating",
            "Transformation",
            "Credentials",
            "Egress",
            "People",
            "CustomObjects",
            "CustomerAuthentication",
            "Scripting",
        ],
        ["Logs"] =
        [
            "Persistence",
            "Execution",
            "Connectors",
            "Templating",
            "Transformation",
            "People",
            "CustomObjects",
            "Events",
            "Alerts",
            "Workspace",
        ],
        ["Inbox"] = ["Persistence", "Execution", "Logs", "People", "Events", "Workspace"],
        ["Content"] = ["Persistence"],
        ["Deployment"] = ["Persistence", "Inbox", "Workspace"],
        ["Agent"] =
        [
            "Execution",
            "Versioning",
            "Inbox",
            "Connectors",
            "People",
            "CustomerAuthentication",
            "Audiences",
            "Content",
            "Deployment",
            "Transformation",
            "Egress",
        ],
        ["Messaging"] = ["Persistence", "People", "Credentials", "Inbox", "Agent"],
        ["Runs"] =
        [
            "Execution",
            "Versioning",
            "Inbox",
            "Connectors",
            "People",
            "CustomerAuthentication",
        ],
        ["Resolutions"] = ["Persistence", "Inbox"],
        ["Health"] = ["Persistence", "Logs"],
        ["Webhooks"] =
        [
            "Persistence",
            "Events",
            "Credentials",
            "DeveloperApps",
            "Egress",
            "Execution",
            "Logs",
            "Workspace",
        ],
    };

    private static FeatureGraph Core { get; } =
        FeatureGraph.Of(typeof(ConnectorExecutor).Assembly, Root).Without("Kernel");

    [Fact]
    public void Features_use_only_what_the_table_lists() => Assert.Empty(Core.Unlisted(Allowed));

    [Fact]
    public void The_table_lists_only_what_is_used() => Assert.Empty(Core.Unused(Allowed));

    [Fact]
    public void No_feature_leads_back_to_itself() => Assert.Empty(Core.InCycle());

    [Fact]
    public void A_forbidden_edge_an_unused_one_and_a_cycle_are_found()
    {
        var fixture = FeatureGraph.Of(
            typeof(Fixture.Lower.Thing).Assembly,
            "DataConnectors.Tests.Architecture.Fixture"
        );
        var table = new Dictionary<string, string[]>
        {
            ["Upper"] = ["Lower", "Elsewhere"],
            ["Lower"] = [],
        };

        Assert.Equal([("Lower", "Upper")], fixture.Unlisted(table));
        Assert.Equal([("Upper", "Elsewhere")], fixture.Unused(table));
        Assert.Equal(["Lower", "Upper"], fixture.InCycle());
    }
}
