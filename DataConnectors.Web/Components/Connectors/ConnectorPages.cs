using System.Globalization;

namespace DataConnectors.Web.Components.Connectors;

/// <summary>The addresses of the pages about data connectors, built in one place.</summary>
internal static class ConnectorPages
{
    /// <summary>The list.</summary>
    public const string List = "/settings/integrations/data-connectors";

    /// <summary>The choice of how to make one.</summary>
    public const string New = List + "/new";

    /// <summary>The list, filtered by name.</summary>
    public static string Search(string? query) =>
        string.IsNullOrWhiteSpace(query) ? List : $"{List}?q={Uri.EscapeDataString(query.Trim())}";

    /// <summary>The builder; <paramref name="tab"/> is <c>api</c>, <c>data</c>, <c>fin</c> or <c>security</c>.</summary>
    public static string Edit(long connectorId, string tab = "api") =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{connectorId}/edit?tab={tab}");

    /// <summary>The log of executions.</summary>
    public static string Logs(long connectorId) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{connectorId}/logs");
}
