using System.Globalization;
using System.Reflection;
using Refit;

namespace DataConnectors.Client.Serialization;

/// <summary>Writes values into paths and queries as the API reads them: <c>true</c>, and instants in seconds since 1970.</summary>
internal sealed class UrlValues : DefaultUrlParameterFormatter
{
    public override string? Format(
        object? value,
        ICustomAttributeProvider attributeProvider,
        Type type
    ) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            DateTimeOffset instant => instant
                .ToUnixTimeSeconds()
                .ToString(CultureInfo.InvariantCulture),
            _ => base.Format(value, attributeProvider, type),
        };
}
