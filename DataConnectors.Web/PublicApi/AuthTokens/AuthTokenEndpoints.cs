using System.ComponentModel;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Reference;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.AuthTokens;

/// <summary>The credentials that data connectors send. Their values come in and never go out.</summary>
internal static class AuthTokenEndpoints
{
    /// <summary>Maps list, create, retrieve and delete.</summary>
    public static void MapAuthTokens(this IEndpointRouteBuilder endpoints)
    {
        var tokens = endpoints.MapGroup("/auth_tokens").WithTags("Auth Tokens");
        tokens
            .MapGet("", ListAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("listAuthTokens")
            .WithSummary("List all auth tokens")
            .WithDescription("Returns every token by name, without values.")
            .Produces<AuthTokenList>()
            .ProducesErrors();
        tokens
            .MapPost("", CreateAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("createAuthToken")
            .WithSummary("Create an auth token")
            .WithDescription(
                "Creates a token that data connectors send in a header. Its value is encrypted and never returned."
            )
            .AcceptsJson<CreateAuthTokenRequest>()
            .Produces<AuthToken>(StatusCodes.Status201Created)
            .ProducesErrors(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity
            );
        tokens
            .MapGet("/{id}", RetrieveAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("retrieveAuthToken")
            .WithSummary("Retrieve an auth token")
            .WithDescription("Returns a token without its value.")
            .Produces<AuthToken>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        tokens
            .MapDelete("/{id}", DeleteAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("deleteAuthToken")
            .WithSummary("Delete an auth token")
            .WithDescription("Deletes a token that no data connector uses, in its draft or live.")
            .Produces<DeletedAuthTokenObject>()
            .ProducesErrors(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(
        TokenQueries queries,
        CancellationToken cancellationToken
    ) =>
        ApiJson.Result(
            new AuthTokenList([.. (await queries.ListAsync(cancellationToken)).Select(ToWire)])
        );

    private static async Task<IResult> RetrieveAsync(
        [Description("The unique identifier of the token.")] string id,
        TokenQueries queries,
        CancellationToken cancellationToken
    ) =>
        await queries.FindAsync(WireId.Read(id), cancellationToken) is { } token
            ? ApiJson.Result(ToWire(token))
            : NotFound.AuthToken();

    private static async Task<IResult> CreateAsync(HttpContext context, CreateToken createToken)
    {
        if (
            !(
                await RequestBody.ReadAsync<CreateAuthTokenRequest>(
                    context,
                    ReadOnlyMembers<CreateAuthTokenRequest, AuthToken>.Names
                )
            ).TryGet(out var sent, out var refusal)
        )
        {
            return refusal.ToResult();
        }

        if (string.IsNullOrWhiteSpace(sent.Value.Name))
        {
            var faults = new SettingFaults();
            faults.AddMissing("Name is required");
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        var created = await createToken.RunAsync(
            context.Grant().Actor,
            new NewToken(
                sent.Value.Name,
                sent.Value.Description ?? "",
                sent.Value.RequestHeaderKey ?? "",
                sent.Value.TokenPrefix ?? "",
                new SecretText(sent.Value.TokenValue ?? ""),
                sent.Value.Domain
            ),
            CancellationToken.None
        );
        return created.TryGet(out var token, out var fault)
            ? ApiJson.Result(ToWire(token), StatusCodes.Status201Created)
            : ApiErrors.Of(fault);
    }

    private static async Task<IResult> DeleteAsync(
        [Description("The unique identifier of the token.")] string id,
        HttpContext context,
        DeleteToken deleteToken
    )
    {
        var deleted = await deleteToken.RunAsync(
            context.Grant().Actor,
            WireId.Read(id),
            CancellationToken.None
        );
        return deleted.TryGet(out _, out var fault) ? ApiJson.Result(new DeletedAuthTokenObject(id))
            : fault.Kind == FaultKind.NotFound ? NotFound.AuthToken()
            : ApiErrors.Of(fault);
    }

    private static AuthToken ToWire(TokenSummary token) =>
        new()
        {
            Id = WireId.Of(token.Id),
            Name = token.Name,
            RequestHeaderKey = token.HeaderKey,
            TokenPrefix = token.Prefix,
            Description = token.Description,
            Domain = token.Domain,
            CreatedAt = token.CreatedAt,
            LastUsedAt = token.LastUsedAt,
        };
}
