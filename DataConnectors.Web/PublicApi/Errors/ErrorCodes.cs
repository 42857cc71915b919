namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>The codes of errors, the original's where it has one.</summary>
internal static class ErrorCodes
{
    /// <summary>The request cannot be understood.</summary>
    public const string ClientError = "client_error";

    /// <summary>No access token, or one that is not accepted.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The access token lacks a scope, or its teammate a permission.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>Nothing is at this path.</summary>
    public const string NotFound = "not_found";

    /// <summary>There is no such connector.</summary>
    public const string DataConnectorNotFound = "data_connector_not_found";

    /// <summary>There is no such execution result.</summary>
    public const string ExecutionResultNotFound = "execution_result_not_found";

    /// <summary>There is no such version of the connector.</summary>
    public const string VersionNotFound = "data_connector_version_not_found";

    /// <summary>There is no such token.</summary>
    public const string AuthTokenNotFound = "auth_token_not_found";

    /// <summary>A member has a value it must not have.</summary>
    public const string ParameterInvalid = "parameter_invalid";

    /// <summary>A required member is missing.</summary>
    public const string ParameterNotFound = "parameter_not_found";

    /// <summary>The state of what is asked for does not allow it.</summary>
    public const string Conflict = "conflict";

    /// <summary>Something uses the connector.</summary>
    public const string DataConnectorInUse = "data_connector_in_use";

    /// <summary>The state that the request was based on is no longer the present one.</summary>
    public const string PreconditionFailed = "precondition_failed";

    /// <summary>The idempotency key came with another request before.</summary>
    public const string IdempotencyKeyReused = "idempotency_key_reused";

    /// <summary>Too many requests in a window.</summary>
    public const string RateLimitExceeded = "rate_limit_exceeded";

    /// <summary>The body is too large.</summary>
    public const string RequestTooLarge = "request_too_large";

    /// <summary>Nothing was done, and soon it can be.</summary>
    public const string ServiceUnavailable = "service_unavailable";

    /// <summary>A fault of ours.</summary>
    public const string ServerError = "server_error";
}
