using System.Globalization;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>The <c>ETag</c> of a connector: another one whenever its draft, its state or its live version is another.</summary>
internal static class ConnectorTag
{
    public static string Of(ConnectorStamp stamp) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"{stamp.Revision}-{(stamp.State == ConnectorState.Live ? "live" : "draft")}-{stamp.LiveVersionId ?? 0}\""
        );
}
