using Microsoft.AspNetCore.Antiforgery;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>Refuses forms that another site posted in the name of a signed-in teammate.</summary>
internal static class Forgeries
{
    /// <summary>Lets only forms of our own pages reach the endpoint.</summary>
    public static RouteHandlerBuilder RefuseForgeries(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(RefuseAsync);

    // The middleware only notes that the token is missing; an endpoint that binds no form has to look itself.
    private static ValueTask<object?> RefuseAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    ) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            ? next(context)
            : ValueTask.FromResult<object?>(
                Results.Text(
                    "This form has expired. Load the page again.",
                    statusCode: StatusCodes.Status400BadRequest
                )
            );
}
