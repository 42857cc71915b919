using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Why an execution failed.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<ExecutionErrorType>))]
public readonly record struct ExecutionErrorType(string Name) : IOpenName<ExecutionErrorType>
{
    /// <summary>The URL, a template or the address is at fault.</summary>
    public static ExecutionErrorType RequestConfigurationError =>
        new("request_configuration_error");

    /// <summary>The API could not be reached, took too long or answered too much.</summary>
    public static ExecutionErrorType FaradayError => new("faraday_error");

    /// <summary>The API answered with a status that is not a success.</summary>
    public static ExecutionErrorType ThirdPartyError => new("3rd_party_error");

    /// <summary>The answer could not be read, shaped or mapped.</summary>
    public static ExecutionErrorType ResponseMappingError => new("response_mapping_error");

    /// <summary>A token could not be fetched.</summary>
    public static ExecutionErrorType TokenRefreshError => new("token_refresh_error");

    /// <summary>The answer could not be put into Fin's reply.</summary>
    public static ExecutionErrorType FinActionResponseFormattingError =>
        new("fin_action_response_formatting_error");

    /// <summary>Fin could not verify who asks.</summary>
    public static ExecutionErrorType FinActionIdentityVerificationError =>
        new("fin_action_identity_verification_error");

    /// <summary>The email address was not verified.</summary>
    public static ExecutionErrorType EmailVerificationError => new("email_verification_error");

    /// <summary>Who asks could not be verified outside Fin.</summary>
    public static ExecutionErrorType NonFinStandaloneActionIdentityVerificationError =>
        new("non_fin_standalone_action_identity_verification_error");

    /// <summary>A required data input is missing or of the wrong type.</summary>
    public static ExecutionErrorType RequestValidationError => new("request_validation_error");

    /// <summary>An action in the Messenger failed.</summary>
    public static ExecutionErrorType ClientSideActionError => new("client_side_action_error");

    /// <summary>The member with this name, known or not.</summary>
    public static ExecutionErrorType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
