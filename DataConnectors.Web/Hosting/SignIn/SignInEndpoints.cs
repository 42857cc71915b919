using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.Seeding;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>The forms of sign-in and sign-out that are not pages.</summary>
internal static class SignInEndpoints
{
    /// <summary>Maps sign-out and, in Development only, the way in as the demo admin: elsewhere that endpoint does not exist.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(
                "/sign-out",
                async (SignInManager<Teammate> signIn) =>
                {
                    await signIn.SignOutAsync();
                    return Results.LocalRedirect("~/sign-in");
                }
            )
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(RefuseForgeriesAsync)
            .AllowAnonymous();

        if (app.Environment.IsDevelopment())
        {
            app.MapPost(
                    "/sign-in/demo",
                    async (
                        string? returnUrl,
                        SignInManager<Teammate> signIn,
                        UserManager<Teammate> teammates
                    ) =>
                    {
                        var admin = await teammates.FindByEmailAsync(DemoWorkspace.AdminEmail);
                        if (admin is null)
                        {
                            return Results.NotFound();
                        }

                        await signIn.SignInAsync(admin, isPersistent: false);
                        return Results.LocalRedirect("~" + LocalUrl.OrStart(returnUrl));
                    }
                )
                .WithMetadata(new RequireAntiforgeryTokenAttribute())
                .AddEndpointFilter(RefuseForgeriesAsync)
                .AllowAnonymous();
        }
    }

    // The middleware only notes that the token is missing; an endpoint that binds no form has to look itself.
    private static ValueTask<object?> RefuseForgeriesAsync(
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
