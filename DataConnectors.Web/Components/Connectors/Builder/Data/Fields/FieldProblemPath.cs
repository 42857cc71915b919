using System.Globalization;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>Reads the paths of problems with response fields: <c>responseFields[2].transformations[0].settings.length</c>.</summary>
internal static class FieldProblemPath
{
    private const string Start = "responseFields[";

    /// <summary>Which response field it is about; null when about none.</summary>
    public static int? Position(string path)
    {
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return
            path.StartsWith(Start, StringComparison.Ordinal)
            && end > Start.Length
            && int.TryParse(
                path.AsSpan(Start.Length, end - Start.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var position
            )
            ? position
            : null;
    }

    /// <summary>Whether it is about a transformation.</summary>
    public static bool IsOfTransformation(string path) =>
        path.Contains("].transformations", StringComparison.Ordinal);
}
