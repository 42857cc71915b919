using DataConnectors.Core.Messaging;

namespace DataConnectors.Web.Messenger;

/// <summary>Knows a browser by <c>Authorization: Messenger &lt;token&gt;</c>. No cookie: what a page of somebody else asks for is never anybody's.</summary>
internal sealed class SessionAccess(SessionQueries sessions)
{
    private const string Scheme = "Messenger ";

    /// <summary>The session; null when none was named, or it is over.</summary>
    public async Task<MessengerSession?> FindAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.Ordinal)
            ? await sessions.FindAsync(header[Scheme.Length..].Trim(), context.RequestAborted)
            : null;
    }
}

/// <summary>Lets a request in only with a session, which the handler finds in the features.</summary>
internal sealed class NeedsSession(SessionAccess access) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        if (await access.FindAsync(context.HttpContext) is not { } session)
        {
            return MessengerErrors.NoSession();
        }

        context.HttpContext.Features.Set(session);
        return await next(context);
    }
}

/// <summary>Reads the session of a request that was let in.</summary>
internal static class SessionOfRequest
{
    public static MessengerSession Session(this HttpContext context) =>
        context.Features.Get<MessengerSession>()
        ?? throw new InvalidOperationException("This endpoint lets requests in without a session.");
}
