// SPDX-License-Identifier: MIT
// Définit main à côté de celui du programme.
int main()
{
    return 0;
}

template <class T>
T doubler(const T& v)
{
    return v;
}
