using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>The members that answers have and requests have not: sent back, they are ignored.</summary>
internal static class ReadOnlyMembers
{
    public static IReadOnlySet<string> OfCreate { get; } = For<CreateDataConnectorRequest>();

    public static IReadOnlySet<string> OfUpdate { get; } = For<UpdateDataConnectorRequest>();

    private static HashSet<string> For<T>() =>
        RequestShape
            .NamesOf(typeof(DataConnectorDetail))
            .Except(RequestShape.NamesOf(typeof(T)), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
}
