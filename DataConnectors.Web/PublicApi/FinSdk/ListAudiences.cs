using DataConnectors.Core.Audiences;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>Lists the reusable audiences.</summary>
internal static class ListAudiences
{
    public static async Task<IResult> HandleAsync(HttpContext context, AudienceQueries queries) =>
        ApiJson.Result(
            new FinSdkAudienceList([
                .. (await queries.ListAsync(context.RequestAborted)).Select(
                    audience => new FinSdkNamed(WireId.Of(audience.Id), audience.Name)
                ),
            ])
        );
}
