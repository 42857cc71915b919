namespace DataConnectors.Core.Execution;

/// <summary>The closed list of ways in which an execution fails. The wire names are the public API's.</summary>
public enum ErrorType
{
    /// <summary><c>request_configuration_error</c>: bad URL or template, or an address that is not allowed.</summary>
    RequestConfiguration,

    /// <summary><c>faraday_error</c>: time-out, refused, DNS, reset, too large.</summary>
    Connection,

    /// <summary><c>3rd_party_error</c>: the API answered with a status outside 2xx.</summary>
    ThirdParty,

    /// <summary><c>response_mapping_error</c>: the answer could not be parsed, shaped or mapped.</summary>
    ResponseMapping,

    /// <summary><c>token_refresh_error</c>: a token could not be read or fetched.</summary>
    TokenRefresh,

    /// <summary><c>fin_action_response_formatting_error</c>: the answer could not be put into Fin's reply.</summary>
    ResponseFormatting,

    /// <summary><c>fin_action_identity_verification_error</c>: customer authentication was not satisfied in a Fin conversation.</summary>
    FinIdentityVerification,

    /// <summary><c>non_fin_standalone_action_identity_verification_error</c>: the same, outside Fin.</summary>
    StandaloneIdentityVerification,

    /// <summary><c>request_validation_error</c>: a required input is missing, or a value has the wrong type.</summary>
    RequestValidation,
}

/// <summary>The wire names of error types.</summary>
public static class ErrorTypeNames
{
    /// <summary>The name as it stands in logs, the API and the console.</summary>
    public static string ToWire(this ErrorType type) =>
        type switch
        {
            ErrorType.RequestConfiguration => "request_configuration_error",
            ErrorType.Connection => "faraday_error",
            ErrorType.ThirdParty => "3rd_party_error",
            ErrorType.ResponseMapping => "response_mapping_error",
            ErrorType.TokenRefresh => "token_refresh_error",
            ErrorType.ResponseFormatting => "fin_action_response_formatting_error",
            ErrorType.FinIdentityVerification => "fin_action_identity_verification_error",
            ErrorType.StandaloneIdentityVerification =>
                "non_fin_standalone_action_identity_verification_error",
            ErrorType.RequestValidation => "request_validation_error",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
        };
}
