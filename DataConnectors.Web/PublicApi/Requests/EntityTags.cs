using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>What a request says about the state it was based on.</summary>
internal static class EntityTags
{
    /// <summary>Whether the caller has this state already.</summary>
    public static bool HasCurrent(this HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Count > 0
        && new RequestHeaders(request.Headers).IfNoneMatch.Any(known =>
            known.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false)
            || known.Equals(EntityTagHeaderValue.Any)
        );

    /// <summary>Whether the caller named the state that it wants to change.</summary>
    public static bool NamesState(this HttpRequest request) => request.Headers.IfMatch.Count > 0;

    /// <summary>Whether the caller may go on: it named this state, any, or none.</summary>
    public static bool AllowsChangeOf(this HttpRequest request, string tag)
    {
        if (!request.NamesState())
        {
            return true;
        }

        var current = new EntityTagHeaderValue(tag);
        return new RequestHeaders(request.Headers).IfMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any)
            || known.Compare(current, useStrongComparison: true)
        );
    }
}
