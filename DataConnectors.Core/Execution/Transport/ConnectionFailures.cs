using System.Net.Sockets;
using System.Security.Authentication;
using DataConnectors.Core.Egress;

namespace DataConnectors.Core.Execution.Transport;

/// <summary>Names what went wrong on a connection, by the types in the chain of exceptions, never by their texts.</summary>
internal static class ConnectionFailures
{
    /// <summary>The failure, or null for an exception that is no failure of a connection.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="callee">Who was called, as it stands in a sentence after "the".</param>
    public static StageFailure? Explain(Exception exception, string callee = "API")
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case EgressRefusedException refused:
                    return new StageFailure(
                        ErrorType.RequestConfiguration,
                        refused.Refusal.Message,
                        "url"
                    );
                case HostNotResolvedException unresolved:
                    return Connection(
                        $"The host {unresolved.Host} could not be found. Check the host in the URL, or ask whoever runs the {callee}."
                    );
                case AuthenticationException:
                    return Connection(
                        $"The {callee}'s certificate could not be verified: it is self-signed, expired or made for another host. "
                            + "Calls without a verified certificate are never made."
                    );
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return Connection(
                        $"The {callee} refused the connection. Check host and port, and whether the {callee} is running."
                    );
                case SocketException { SocketErrorCode: SocketError.ConnectionReset }:
                    return Connection(
                        $"The {callee} reset the connection before its answer was complete. Try again, or ask whoever runs it."
                    );
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
                Connection(
                    $"No connection to the {callee} could be made. Check host and port, and whether the {callee} is running."
                ),
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.InvalidResponse
                    or HttpRequestError.ConfigurationLimitExceeded
            } => Connection($"The {callee}'s answer is not valid HTTP."),
            HttpRequestException or IOException => Connection(
                $"The connection ended before the {callee}'s answer was complete. Try again, or ask whoever runs it."
            ),
            OperationCanceledException { InnerException: TimeoutException } => Connection(
                $"The {callee} did not accept a connection in time. Check host and port, and whether a firewall stands between."
            ),
            // A dripping answer can end in an exception of any kind; whether it was the deadline is read off the deadline.
            OperationCanceledException => Connection("The call was cut off."),
            _ => null,
        };
    }

    private static StageFailure Connection(string message) => new(ErrorType.Connection, message);
}
