using DataConnectors.Core.Workspace;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Reference;

namespace DataConnectors.Web.PublicApi.Me;

/// <summary>Says whose access token it is. Programs ask it first, to see whether their token works.</summary>
internal static class MeEndpoint
{
    /// <summary>Maps <c>GET /me</c>.</summary>
    public static void MapMe(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/me", GetAsync)
            .RequireAuthorization(ApiAccess.AnyToken)
            .WithName("identifyAdmin")
            .WithSummary("Identify an admin")
            .WithDescription(
                "Returns the teammate for whom the access token acts, and the workspace."
            )
            .WithTags("Admins")
            .Produces<Admin>()
            .ProducesErrors(StatusCodes.Status404NotFound);

    private static async Task<IResult> GetAsync(
        HttpContext context,
        WorkspaceQueries queries,
        CancellationToken cancellationToken
    )
    {
        var teammate = await queries.FindTeammateAsync(
            context.Grant().Actor.TeammateId,
            cancellationToken
        );
        var workspace = await queries.GetAsync(cancellationToken);
        return teammate is null || workspace is null
            ? ApiErrors.Of(
                StatusCodes.Status404NotFound,
                ErrorCodes.NotFound,
                "The teammate for whom this access token acts was not found."
            )
            : ApiJson.Result(Describe(teammate, workspace));
    }

    private static Admin Describe(Teammate teammate, WorkspaceSettings workspace) =>
        new(
            "admin",
            WireId.Of(teammate.Id),
            teammate.Name,
            teammate.Email,
            teammate.EmailConfirmed,
            new(
                "app",
                workspace.IdCode,
                workspace.Name,
                workspace.CreatedAt.ToUnixTimeSeconds(),
                Secure: false,
                IdentityVerification: false,
                "Etc/UTC",
                "US"
            ),
            new("avatar", ImageUrl: null),
            HasInboxSeat: true
        );
}
