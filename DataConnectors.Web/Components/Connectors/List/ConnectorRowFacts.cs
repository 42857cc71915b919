using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Resolutions;

namespace DataConnectors.Web.Components.Connectors.List;

/// <summary>How a row of the list says what a connector is.</summary>
internal static class ConnectorRowFacts
{
    /// <summary>The name, or what stands for it while a draft has none.</summary>
    public static string ShownName(this ConnectorSummary connector) =>
        string.IsNullOrWhiteSpace(connector.Name) ? "Untitled data connector" : connector.Name;

    /// <summary>The host that is called (with a port when it is not the usual one); what was typed while it is no URL; null when empty.</summary>
    public static string? ShownHost(this ConnectorSummary connector) =>
        string.IsNullOrWhiteSpace(connector.Url) ? null
        : Uri.TryCreate(connector.Url, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? url.Authority
        : connector.Url;

    /// <summary>How many of the conversations in which the data was used were resolved; a dash where there is none.</summary>
    public static string Shown(this ResolutionFigure figure) =>
        figure.Rate is { } rate
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Resolved} of {figure.Used} · {Math.Round(rate * 100)} %"
            )
            : "–";
}
