using System.Security.Cryptography;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace DataConnectors.Web.Hosting;

/// <summary>Encrypts stored secrets with keys kept in the data folder.</summary>
internal sealed class DataProtectionSecretProtector(IDataProtectionProvider provider)
    : ISecretProtector
{
    private readonly IDataProtector protector = provider.CreateProtector(
        "DataConnectors.Credentials"
    );

    public string Protect(SecretText secret) => protector.Protect(secret.Open());

    public SecretText? Unprotect(string protectedText)
    {
        try
        {
            return new SecretText(protector.Unprotect(protectedText));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
