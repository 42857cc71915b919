using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Credentials;

/// <summary>Encrypts secrets for storage. The host supplies it, with keys kept outside the database.</summary>
public interface ISecretProtector
{
    /// <summary>Text that only <see cref="Unprotect"/> of the same installation turns back.</summary>
    string Protect(SecretText secret);

    /// <summary>The secret, or null when the keys that encrypted it are gone.</summary>
    SecretText? Unprotect(string protectedText);
}
