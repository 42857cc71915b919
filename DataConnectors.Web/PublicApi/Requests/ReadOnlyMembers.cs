namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>The members that an answer has and the request that changes it has not: sent back, they are ignored.</summary>
/// <typeparam name="TRequest">What is sent.</typeparam>
/// <typeparam name="TAnswer">What is answered.</typeparam>
internal static class ReadOnlyMembers<TRequest, TAnswer>
{
    public static IReadOnlySet<string> Names { get; } =
        RequestShape
            .NamesOf(typeof(TAnswer))
            .Except(RequestShape.NamesOf(typeof(TRequest)), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
}
