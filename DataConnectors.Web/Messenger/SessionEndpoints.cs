using DataConnectors.Core.Messaging;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Messenger;

/// <summary>Opening and ending sessions, and leaving an email address.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/messenger/sessions", OpenAsync);
        endpoints.MapDelete("/messenger/sessions", EndAsync).AddEndpointFilter<NeedsSession>();
        endpoints.MapPost("/messenger/email", LeaveEmailAsync).AddEndpointFilter<NeedsSession>();
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context,
        SessionAccess access,
        OpenSession openSession,
        MessengerLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (!limits.MayOpen(context.Connection.RemoteIpAddress?.ToString() ?? ""))
        {
            return MessengerErrors.TooMany(
                "Too many sessions are opened from here. Wait a minute."
            );
        }

        var request = await MessengerBody.ReadAsync<OpenSessionRequest>(context);
        var outcome = await openSession.RunAsync(
            request.UserJwt,
            await access.FindAsync(context),
            cancellationToken
        );
        return outcome.TryGet(out var opened, out var refusal)
            ? Results.Json(
                new SessionAnswer(
                    opened.Token?.Open(),
                    MessageAnswer.WireText(opened.Session.PersonId),
                    opened.Session.IsVerified,
                    opened.Session.ExpiresAt.ToUnixTimeSeconds()
                ),
                MessengerJson.Options
            )
            : MessengerErrors.Of(refusal);
    }

    private static async Task<IResult> EndAsync(
        HttpContext context,
        EndSession endSession,
        CancellationToken cancellationToken
    )
    {
        await endSession.RunAsync(context.Session().Id, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> LeaveEmailAsync(
        HttpContext context,
        LeaveEmail leaveEmail,
        MessengerLimits limits,
        CancellationToken cancellationToken
    )
    {
        var session = context.Session();
        if (!limits.MaySend(session.Id))
        {
            return MessengerErrors.TooMany("You are sending too fast. Wait a minute.");
        }

        var request = await MessengerBody.ReadAsync<LeaveEmailRequest>(context);
        return
            (
                await leaveEmail.RunAsync(session.PersonId, request.Email ?? "", cancellationToken)
            ).Failure
                is { } fault
            ? MessengerErrors.Of(fault)
            : Results.NoContent();
    }
}
